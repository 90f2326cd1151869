package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.api.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the administrator does with users, and users with their passwords. */
class UsersTest extends HttpTest {

    private static final String NEW_PASSWORD = "correct horse battery";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aNewUserChangesTheOneTimePasswordFirst() {
        String once = create("zhang.san", "\"clerk\",\"expert\"");
        problem(tokenOf("zhang.san", once), 403, "password-change-required");
        Browser browser = new Browser(port);
        browser.signIn("zhang.san", once);
        problem(browser.get("/api/v1/tokens"), 403, "password-change-required");
        assertThat(header(browser.get("/"), "Location")).endsWith("/password");
        assertThat(json(browser.get("/api/v1/me")).get("mustChangePassword").asBoolean())
                .isTrue();

        HttpResponse<String> tooShort =
                browser.submit("/password", Map.of("currentPassword", once, "newPassword", "short"));
        assertThat(tooShort.statusCode()).isEqualTo(400);
        assertThat(tooShort.body()).contains("too short");
        HttpResponse<String> changed =
                browser.submit("/password", Map.of("currentPassword", once, "newPassword", NEW_PASSWORD));

        assertThat(header(changed, "Location")).endsWith("/login");
        problem(browser.get("/api/v1/me"), 401, "unauthenticated"); // begun with the old password
        problem(tokenOf("zhang.san", once), 401, "wrong-credentials");
        assertThat(tokenOf("zhang.san", NEW_PASSWORD).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"currentPassword\":\"demo\"}",
                "{\"newPassword\":\"" + NEW_PASSWORD + "\"}",
                "{\"currentPassword\":\"demo\",\"newPassword\":\"too short\"}",
                "{\"currentPassword\":\"demo\",\"newPassword\":\"my name is PLANNER indeed\"}",
                "{\"currentPassword\":\"demo\",\"newPassword\":\"长长长长长长长长长长长长长长长长长长长长长长长长长\"}",
                "{\"currentPassword\":\"wrong\",\"newPassword\":\"" + NEW_PASSWORD + "\"}"
            })
    void aNewPasswordIsChecked(String body) {
        Browser browser = new Browser(port);
        browser.signIn("planner", "demo");

        HttpResponse<String> response = browser.send(browser.request("/api/v1/me/password")
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));

        problem(response, 400, "malformed");
        assertThat(browser.signIn("planner", "demo").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).doesNotContain("error"));
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        create("Wang", "\"clerk\"");

        JsonNode problem = problem(make("wang", "\"clerk\"", null), 409, "user-exists");
        assertThat(problem.get("existing").asString()).isEqualTo("Wang");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"a b\",\"displayName\":\"A\",\"roles\":[\"clerk\"]}",
                "{\"name\":\"x1\",\"displayName\":\"A\",\"roles\":[]}",
                "{\"name\":\"x1\",\"displayName\":\"A\",\"roles\":[\"CLERK\"]}",
                "{\"name\":\"x1\",\"displayName\":\"A\",\"roles\":[\"unit\"]}",
                "{\"name\":\"x1\",\"displayName\":\"A\",\"roles\":[\"clerk\"],\"unit\":\"CN-USCC:1\"}",
                "{\"name\":\"x1\",\"displayName\":\"A\",\"roles\":[\"unit\"],\"unit\":\"no scheme\"}",
                "{\"name\":\"x1\",\"displayName\":\"A\\u0007\",\"roles\":[\"clerk\"]}",
                "{\"name\":\"x1\",\"displayName\":\"A\",\"personId\":\"1\",\"roles\":[\"clerk\"]}",
                "{\"name\":\"x1\",\"displayName\":\"A\",\"roles\":[\"clerk\"],\"password\":\"chosen\"}"
            })
    void aMalformedUserIsRefused(String body) {
        problem(send(post("admin", "/api/v1/users", body)), 400, "malformed");
    }

    @Test
    void whoHandsOutRolesMovesNoMoney() {
        problem(make("both", "\"administrator\",\"clerk\"", null), 409, "administrator-moves-no-money");
        create("second.admin", "\"administrator\",\"auditor\"");
        String person = json(user("second.admin")).get("personId").asString();

        problem(make("second.clerk", "\"clerk\"", person), 409, "administrator-moves-no-money");
        problem(
                put("second.admin", "{\"roles\":[\"administrator\",\"treasury\"]}", null),
                409,
                "administrator-moves-no-money");
        problem(make("nobody", "\"clerk\"", "7b8bbc6e-3d43-4b3b-9b0a-6a2f0d8d1f11"), 404, "unknown-person");
    }

    @Test
    void twoLoginsOfOnePersonAreOnePerson() {
        create("li.clerk", "\"clerk\"");
        String person = json(user("li.clerk")).get("personId").asString();

        assertThat(make("li.approver", "\"approver\"", person).statusCode()).isEqualTo(201);
        assertThat(json(user("li.approver")).get("personId").asString()).isEqualTo(person);
    }

    @Test
    void newRolesHoldAtOnceForTokensAndEndSessions() {
        String password = activate("zhao", "\"clerk\",\"reviewer\"");
        String token = json(tokenOf("zhao", password)).get("token").asString();
        Browser browser = new Browser(port);
        browser.signIn("zhao", password);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        String tag = header(user("zhao"), "ETag");

        problem(put("zhao", "{\"roles\":[\"reviewer\"]}", "\"999\""), 412, "precondition-failed");
        problem(put("zhao", "{\"roles\":[\"reviewer\"]}", "x"), 400, "malformed");
        assertThat(put("zhao", "{\"roles\":[\"reviewer\"]}", tag).statusCode()).isEqualTo(200);

        assertThat(json(me(token)).get("roles").toString()).isEqualTo("[\"reviewer\"]");
        problem(browser.get("/api/v1/me"), 401, "unauthenticated");
    }

    @Test
    void aDisabledUserIsOutUntilEnabled() {
        String password = activate("qian", "\"clerk\"");
        String token = json(tokenOf("qian", password)).get("token").asString();

        send(post("admin", "/api/v1/users/qian/disable", ""));
        problem(me(token), 401, "invalid-token");
        problem(tokenOf("qian", password), 401, "wrong-credentials");
        send(post("admin", "/api/v1/users/qian/enable", ""));

        assertThat(me(token).statusCode()).isEqualTo(200);
    }

    @Test
    void aResetPasswordEndsTokens() {
        String password = activate("sun", "\"clerk\"");
        String token = json(tokenOf("sun", password)).get("token").asString();

        HttpResponse<String> reset = send(post("admin", "/api/v1/users/sun/reset-password", ""));

        problem(me(token), 401, "invalid-token");
        problem(tokenOf("sun", password), 401, "wrong-credentials");
        problem(tokenOf("sun", json(reset).get("oneTimePassword").asString()), 403, "password-change-required");
    }

    @Test
    void theLastAdministratorStays() {
        jdbc.sql("update app_user set disabled = true where 'administrator' = any (roles) and name <> 'admin'")
                .update();

        problem(put("admin", "{\"roles\":[\"auditor\"]}", null), 409, "last-administrator");
        problem(send(post("admin", "/api/v1/users/admin/disable", "")), 409, "last-administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner", "clerk", "auditor", "unit"})
    void onlyTheAdministratorSeesAndChangesUsers(String user) {
        problem(send(as(user, "/api/v1/users")), 403, "forbidden");
        problem(send(as(user, "/api/v1/users/admin")), 403, "forbidden");
        problem(send(post(user, "/api/v1/users", "{}")), 403, "forbidden");
        problem(send(post(user, "/api/v1/users/admin/reset-password", "")), 403, "forbidden");
    }

    @Test
    void everyChangeIsNotedForInspectorsAndAuditors() {
        create("zhou", "\"clerk\"");
        put("zhou", "{\"roles\":[\"expert\"]}", null);

        JsonNode first = json(send(as("inspector", "/api/v1/users/zhou/changes?limit=1")));
        JsonNode rest = json(send(as(
                "auditor",
                "/api/v1/users/zhou/changes?cursor=" + first.get("next").asString())));

        assertThat(first.at("/items/0/change").asString()).isEqualTo("created");
        assertThat(rest.at("/items/0/roles").toString()).isEqualTo("[\"expert\"]");
        assertThat(rest.at("/items/0/byPerson").asString()).isEqualTo(DemoUsers.personId("admin"));
        problem(send(as("clerk", "/api/v1/users/zhou/changes")), 403, "forbidden");
    }

    @Test
    void usersAreListedPageByPage() {
        JsonNode first = json(send(as("admin", "/api/v1/users?limit=2")));
        JsonNode second = json(send(
                as("admin", "/api/v1/users?limit=2&cursor=" + first.get("next").asString())));

        assertThat(first.at("/items/0/name").asString()).isEqualTo("admin");
        assertThat(second.at("/items/0/name").asString())
                .isGreaterThan(first.at("/items/1/name").asString());
        assertThat(first.toString()).doesNotContain("bcrypt", "password\"");
    }

    private String create(String name, String roles) {
        return json(make(name, roles, null)).get("oneTimePassword").asString();
    }

    private String activate(String name, String roles) {
        String once = create(name, roles);
        Browser browser = new Browser(port);
        browser.signIn(name, once);
        browser.submit("/password", Map.of("currentPassword", once, "newPassword", NEW_PASSWORD));
        return NEW_PASSWORD;
    }

    private HttpResponse<String> make(String name, String roles, String person) {
        String personId = person == null ? "" : ",\"personId\":\"" + person + "\"";
        return send(post(
                "admin",
                "/api/v1/users",
                "{\"name\":\"" + name + "\",\"displayName\":\"某人\",\"roles\":[" + roles + "]" + personId + "}"));
    }

    private HttpResponse<String> put(String name, String body, String ifMatch) {
        var request = as("admin", "/api/v1/users/" + name + "/roles").header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request.PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> user(String name) {
        return send(as("admin", "/api/v1/users/" + name));
    }

    private HttpResponse<String> tokenOf(String name, String password) {
        return send(request("/api/v1/tokens")
                .header("Authorization", basic(name, password))
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> me(String token) {
        return send(request("/api/v1/me").header("Authorization", "Bearer " + token));
    }
}
