package io.github.dnscli.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class MistakesTest {

    private static String failure(Class<?> test) {
        var failures =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(test))
                        .execute()
                        .allEvents()
                        .failed()
                        .list();
        assertThat(failures).hasSize(1);
        return String.valueOf(
                failures.getFirst()
                        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage());
    }

    @Test
    void aMistakeInAZoneIsToldWithItsPlace() {
        assertThat(failure(BadZone.class))
                .contains("@DnsZone \"example.com\"", "BadZone", "example.com:1:7");
    }

    @Test
    void aMistakeInAKeyIsToldWithoutTheSecret() {
        assertThat(failure(BadKey.class)).contains("@DnsKey", "BadKey").doesNotContain("c2VjcmV0");
    }

    @DnsZone(name = "example.com", records = "www A 1.2.3")
    static class BadZone {
        @Test
        void neverRuns() {}
    }

    @DnsKey("test:rot13:c2VjcmV0")
    static class BadKey {
        @Test
        void neverRuns() {}
    }
}
