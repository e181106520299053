package io.github.dnscli.oserve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.oserve.status.Reports;
import io.github.dnscli.oserve.status.StatusReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    private static final Path GUIDE = Path.of("..", "docs", "watching.md");

    private static final Pattern HEAD =
            Pattern.compile(
                    "# (?:HELP (oserve_[a-z_]+) \\S.*|TYPE (oserve_[a-z_]+) (?:counter|gauge))");
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "(oserve_[a-z_]+)(?:\\{[a-z_]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\n\"])*\"(?:,[a-z_]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\n\"])*\")*})? -?\\d+");

    @Test
    void tellsOfAPrimary() {
        assertThat(MetricsText.of(Reports.well(), MetricsSource.NONE).lines())
                .contains(
                        "# HELP oserve_requests_total Messages received",
                        "# TYPE oserve_requests_total counter",
                        "oserve_info{version=\"1.2.3\",kind=\"primary\"} 1",
                        "oserve_start_time_seconds 1795428000",
                        "oserve_requests_total{protocol=\"udp\"} 100",
                        "oserve_replies_total{rcode=\"REFUSED\"} 3",
                        "oserve_connections{kept_for=\"news\"} 1",
                        "oserve_zones 1",
                        "oserve_zone_serial{zone=\"example.com\"} 7",
                        "oserve_zone_errors{zone=\"example.com\"} 0",
                        "oserve_secondary_fetched_serial{zone=\"example.com\",address=\"192.0.2.2\"} 7",
                        "oserve_secondary_told_serial{zone=\"example.com\",address=\"192.0.2.2\"} 7",
                        "oserve_pending_updates 3",
                        "oserve_pending_commits 1",
                        "oserve_pulls_total{outcome=\"failed\"} 1",
                        "oserve_pushes_total{outcome=\"landed\"} 4",
                        "oserve_commits_total 5",
                        "oserve_push_success 1",
                        "oserve_keys 2",
                        "oserve_attention 0");
    }

    @Test
    void tellsOfTrouble() {
        assertThat(MetricsText.of(Reports.troubled(), MetricsSource.NONE).lines())
                .contains(
                        "oserve_zone_errors{zone=\"example.org\"} 1",
                        "oserve_push_success 0",
                        "oserve_conflicts_total 1",
                        "oserve_attention 5")
                .doesNotContain("oserve_zone_serial{zone=\"example.org\"} 0");
    }

    @Test
    void tellsOfASecondary() {
        assertThat(MetricsText.of(Reports.secondary(), MetricsSource.NONE).lines())
                .contains(
                        "oserve_zone_confirmed_time_seconds{zone=\"example.com\"} 1795607970",
                        "oserve_zone_expiry_time_seconds{zone=\"example.com\"} 1795694370")
                .noneMatch(line -> line.startsWith("oserve_push"));
    }

    @Test
    void keepsToTheFormat() {
        for (var report : List.of(Reports.well(), Reports.troubled(), Reports.secondary())) {
            keepsToTheFormat(report);
        }
    }

    private static void keepsToTheFormat(StatusReport report) {
        var families = new ArrayList<String>();
        String text = MetricsText.of(report, MetricsSource.NONE);
        assertThat(text).endsWith("\n");
        for (String line : text.lines().toList()) {
            var head = HEAD.matcher(line);
            var sample = SAMPLE.matcher(line);
            if (head.matches() && head.group(1) != null) {
                families.add(head.group(1));
            } else {
                String name =
                        head.matches() ? head.group(2) : sample.matches() ? sample.group(1) : "";
                assertThat(name).as(line).isEqualTo(families.getLast());
            }
        }
        assertThat(new HashSet<>(families)).hasSameSizeAs(families);
    }

    @Test
    void isWhatTheGuideLists() throws IOException {
        var rows =
                Stream.of(Reports.well(), Reports.secondary())
                        .flatMap(report -> rows(MetricsText.of(report, MetricsSource.NONE)))
                        .distinct()
                        .toList();
        var listed =
                Files.readAllLines(GUIDE).stream()
                        .filter(line -> line.startsWith("| `oserve_"))
                        .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static Stream<String> rows(String text) {
        return Pattern.compile("# HELP (\\S+) (.*)\n# TYPE \\S+ (.*)\n")
                .matcher(text)
                .results()
                .map(m -> "| `" + m.group(1) + "` | " + m.group(3) + " | " + m.group(2) + " |");
    }

    @Test
    void escapesLabels() {
        assertThat(new PrometheusText().gauge("x", "a\\b\nc").value(1, "zone", "a\"b\\c\nd"))
                .hasToString(
                        """
                        # HELP oserve_x a\\\\b\\nc
                        # TYPE oserve_x gauge
                        oserve_x{zone="a\\"b\\\\c\\nd"} 1
                        """);
    }

    @Test
    void judgesHealth() {
        assertThat(Health.of(Reports.well()).text()).isEqualTo("ok");
        assertThat(Health.of(Reports.troubled()).reasons()).containsExactly("disk full");
        assertThat(Health.of(Reports.secondary()).isGood()).isTrue();
    }
}
