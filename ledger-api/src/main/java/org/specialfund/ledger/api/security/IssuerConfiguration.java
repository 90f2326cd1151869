package org.specialfund.ledger.api.security;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** An OAuth 2 issuer beside our own tokens, where one is configured; nothing of it where none is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri")
class IssuerConfiguration {

    /** Throws {@link IllegalStateException} without an audience: tokens meant for others would open the ledger. */
    @Bean
    IssuerTokens issuerTokens(
            JwtDecoder decoder,
            Accounts accounts,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") List<String> audiences,
            @Value("${ledger.oauth2.user-claim:sub}") String userClaim) {
        if (audiences.isEmpty()) {
            throw new IllegalStateException(
                    "An OAuth 2 issuer needs spring.security.oauth2.resourceserver.jwt.audiences: "
                            + "the audience that its tokens for this ledger name.");
        }
        return new IssuerTokens(decoder, accounts, userClaim);
    }
}
