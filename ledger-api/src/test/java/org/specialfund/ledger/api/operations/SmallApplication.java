package org.specialfund.ledger.api.operations;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The web server, the pool and the settings of application.yaml around one slow request. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class
})
@RestController
class SmallApplication {

    static final CountDownLatch ARRIVED = new CountDownLatch(1);
    static final CountDownLatch MAY_END = new CountDownLatch(1);

    private final JdbcTemplate jdbc;

    SmallApplication(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static ConfigurableApplicationContext start(String jdbcUrl) {
        return new SpringApplicationBuilder(SmallApplication.class)
                .run("--server.port=0", "--server.address=127.0.0.1", "--spring.datasource.url=" + jdbcUrl);
    }

    @Hidden
    @GetMapping("/slow")
    String slow() throws InterruptedException {
        ARRIVED.countDown();
        MAY_END.await();
        return String.valueOf(jdbc.queryForObject("select 'finished'", String.class));
    }
}
