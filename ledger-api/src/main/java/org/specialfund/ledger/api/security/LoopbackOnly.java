package org.specialfund.ledger.api.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** With the demo profile, whose passwords everybody knows: listens on this machine only, or not at all. */
@Component
@Profile(DemoUsers.PROFILE)
class LoopbackOnly implements WebServerFactoryCustomizer<AbstractConfigurableWebServerFactory>, Ordered {

    private final Environment environment;

    LoopbackOnly(Environment environment) {
        this.environment = environment;
    }

    /** After everything else that could set an address. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(AbstractConfigurableWebServerFactory factory) {
        InetAddress address = factory.getAddress() == null ? InetAddress.getLoopbackAddress() : factory.getAddress();
        require(address != null && address.isLoopbackAddress(), "server.address");
        factory.setAddress(address);
        require(managementIsLoopback(), "management.server.address");
    }

    private boolean managementIsLoopback() {
        String port = environment.getProperty("management.server.port");
        if (port == null || port.equals("-1")) {
            return true; // on the same server, or none
        }
        try {
            String address = environment.getProperty("management.server.address", "0.0.0.0");
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void require(boolean holds, String property) {
        if (!holds) {
            throw new IllegalStateException("The profile " + DemoUsers.PROFILE
                    + " lets everybody in with a known password: set " + property + "=127.0.0.1, or leave it out.");
        }
    }
}
