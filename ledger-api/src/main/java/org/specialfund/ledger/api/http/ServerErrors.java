package org.specialfund.ledger.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemWriter;
import org.specialfund.ledger.api.error.Problems;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** What the server refuses before the application sees it, such as an address that is none, is a problem too. */
@Component
class ServerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final ProblemWriter writer;

    ServerErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    /** After Boot's own: the last valve added reports first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report(writer)));
    }

    private static final class Report extends ErrorReportValve {

        private final ProblemWriter writer;

        Report(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                writer.write(Problems.of(response.getStatus()), request.getRequest(), response.getResponse());
            } catch (IOException e) {
                throw new UncheckedIOException(e); // the client has gone
            }
        }
    }
}
