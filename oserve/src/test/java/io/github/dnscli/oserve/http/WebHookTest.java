package io.github.dnscli.oserve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebHookTest {

    /// The example of GitHub's documentation on validating deliveries.
    private static final String SECRET = "It's a Secret to Everybody";

    private static final String BODY = "Hello, World!";
    private static final String DIGITS =
            "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private static HookVerdict judge(String body, String header, String value, String branch) {
        return new WebHook(HookSecret.of(SECRET))
                .judge(
                        name -> Optional.ofNullable(Map.of(header, value).get(name)),
                        body.getBytes(StandardCharsets.UTF_8),
                        Optional.of(branch).filter(word -> !word.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Hub-Signature-256, sha256=" + DIGITS,
        "X-Gitea-Signature, " + DIGITS,
        "X-Forgejo-Signature, " + DIGITS,
        "X-Gogs-Signature, " + DIGITS,
        "X-Gitlab-Token, It's a Secret to Everybody"
    })
    void takesTheProofsOfGitHosts(String header, String value) {
        assertThat(judge(BODY, header, value.replace("''", "'"), ""))
                .isEqualTo(new HookVerdict.News());
        assertThat(judge(BODY, header, value.replace('e', 'f'), ""))
                .isInstanceOf(HookVerdict.Unproven.class);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Hub-Signature-256, " + DIGITS,
        "X-Hub-Signature-256, sha1=" + DIGITS,
        "X-Hub-Signature-256, sha256=",
        "X-Hub-Signature-256, sha256=xyz",
        "X-Gitea-Signature, 00",
        "X-Gitlab-Token, ''",
        "X-Hub-Signature, anything"
    })
    void refusesWhatProvesNothing(String header, String value) {
        assertThat(judge(BODY, header, value, "")).isInstanceOf(HookVerdict.Unproven.class);
    }

    private static HookVerdict pushed(String body, String branch) {
        return judge(body, "X-Gitlab-Token", SECRET, branch);
    }

    @Test
    void passesOverOtherBranches() {
        var body = "{\"object_kind\": \"push\", \"ref\" : \"refs/heads/main\"}";
        assertThat(pushed(body, "main")).isEqualTo(new HookVerdict.News());
        assertThat(pushed(body, "")).isEqualTo(new HookVerdict.News());
        assertThat(pushed(body, "other"))
                .isEqualTo(new HookVerdict.Irrelevant("it is about refs/heads/main"));
        assertThat(pushed(body.replace("heads", "tags"), "main"))
                .isEqualTo(new HookVerdict.Irrelevant("it is about refs/tags/main"));
        assertThat(pushed("{\"zen\": \"Keep it logically awesome.\"}", "main"))
                .isEqualTo(new HookVerdict.News());
    }

    @Test
    void findsTheBranchInAForm() {
        var json = "{\"ref\":\"refs\\/heads\\/a+b\"}";
        var form = "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8) + "&x=1";
        assertThat(pushed(form, "a+b")).isEqualTo(new HookVerdict.News());
        assertThat(pushed(form, "c")).isInstanceOf(HookVerdict.Irrelevant.class);
        assertThat(pushed("payload=%", "c")).isEqualTo(new HookVerdict.News());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{\"ref\":",
                "{\"ref\"",
                "{\"ref\":\"",
                "\"\\",
                "{\"ref\": 7}",
                "{\"a\": \"ref\", \"b\": \"refs/heads/other\"}",
                "{\"a\": {\"ref\": \"refs/heads/other\"}}",
                "{\"commits\": [{\"message\": \"\\\"ref\\\": \\\"refs/heads/other\\\"\"}]}",
                "{\"a\": \"\\\\\", \"ref\": \"refs/heads/main\"}"
            })
    void isNotMisledByTheBody(String body) {
        assertThat(pushed(body, "main")).isNotNull();
        assertThat(JsonMember.text(body, "ref").orElse("")).doesNotContain("other");
    }

    @Test
    void readsTheSecretFromAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        assertThat(HookSecret.read(file).is(SECRET)).isTrue();
        assertThat(HookSecret.read(file)).hasToString("a secret");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> HookSecret.read(file)).hasMessageContaining("holds no secret");
    }
}
