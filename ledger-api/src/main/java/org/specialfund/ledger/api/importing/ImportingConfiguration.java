package org.specialfund.ledger.api.importing;

import jakarta.servlet.MultipartConfigElement;
import org.specialfund.ledger.api.error.RefusalCodes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportingConfiguration {

    private static final DataSize OTHER_PARTS = DataSize.ofMegabytes(1);

    @Bean
    RefusalCodes importRefusals() {
        return ImportRefusals::all;
    }

    /** Files go to disk as they come in, never through memory. */
    @Bean
    MultipartConfigElement multipartConfig(ImportSettings settings) {
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setFileSizeThreshold(DataSize.ofBytes(0));
        factory.setMaxFileSize(settings.maxFileSize());
        factory.setMaxRequestSize(DataSize.ofBytes(settings.maxFileSize().toBytes() + OTHER_PARTS.toBytes()));
        return factory.createMultipartConfig();
    }
}
