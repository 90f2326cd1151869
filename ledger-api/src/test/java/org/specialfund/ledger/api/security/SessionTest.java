package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.HttpTest;

/** People sign in with a form, and stay in with a cookie. */
class SessionTest extends HttpTest {

    @Test
    void aSessionBeginsAndEnds() {
        Browser browser = new Browser(port);

        HttpResponse<String> signedIn = browser.signIn("Auditor", "demo");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(header(signedIn, "Location")).doesNotContain("error");
        String cookie = signedIn.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(json(browser.get("/api/v1/me")).get("name").asString()).isEqualTo("auditor");

        browser.send(browser.request("/logout")
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.noBody()));
        problem(browser.get("/api/v1/me"), 401, "unauthenticated");
    }

    @Test
    void aWrongPasswordShowsThePageAgain() {
        Browser browser = new Browser(port);

        HttpResponse<String> response = browser.signIn("planner", "wrong");

        assertThat(header(response, "Location")).endsWith("/login?error");
        assertThat(browser.get("/login?error").body()).contains("role=\"alert\"");
        problem(browser.get("/api/v1/me"), 401, "unauthenticated");
    }

    @Test
    void aSignInChangesTheSessionsId() {
        Browser browser = new Browser(port);
        browser.signIn("planner", "demo");
        String before = browser.cookie("JSESSIONID");

        browser.signIn("planner", "demo");

        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void aForgedRequestIsRefused() {
        Browser browser = new Browser(port);
        browser.signIn("clerk", "demo");

        problem(
                browser.send(browser.request("/api/v1/tokens").POST(BodyPublishers.noBody())),
                403,
                "csrf-token-missing");
        problem(
                browser.send(browser.request("/api/v1/tokens")
                        .header("X-XSRF-TOKEN", "x")
                        .POST(BodyPublishers.noBody())),
                403,
                "csrf-token-missing");
        problem(
                send(request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=clerk&password=demo"))),
                403,
                "csrf-token-missing");
        HttpResponse<String> own = browser.send(browser.request("/api/v1/tokens")
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.noBody()));
        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
    }

    @Test
    void aPageCannotBeFramedOrGivenForeignScripts() {
        HttpResponse<String> response = send(request("/login"));

        assertThat(header(response, "Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "default-src 'self'");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Cache-Control")).contains("no-store");
    }
}
