package org.specialfund.ledger.api.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "users")
class MeController {

    /**
     * Who is asking.
     *
     * @param roles as narrowed by the token
     */
    record Me(
            String name,
            String displayName,
            String personId,
            List<String> roles,
            @Nullable String unit,
            boolean mustChangePassword) {}

    record NewPassword(
            @Nullable String currentPassword, @Nullable String newPassword) {}

    private final CurrentUser user;
    private final OwnPassword password;

    MeController(CurrentUser user, OwnPassword password) {
        this.user = user;
        this.password = password;
    }

    @GetMapping
    @Operation(summary = "Who you are here, and what you may do")
    Me me() {
        SignedIn holder = user.signedIn();
        return new Me(
                holder.account().name(),
                holder.account().displayName(),
                holder.person().id(),
                Account.words(holder.person().roles()),
                holder.person().unit(),
                holder.account().mustChangePassword());
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change your own password; your sessions end, your tokens go on until revoked")
    void changePassword(@RequestBody NewPassword body, HttpServletRequest request) {
        password.change(body.currentPassword(), body.newPassword(), request.getRemoteAddr());
    }
}
