package io.github.dnscli.dist.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.PolicyFile;
import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the guide to keys shows, and so `dns-cli-keys(5)`, is read as it says.
class KeysGuideTest {

    private static final Pattern BLOCK =
            Pattern.compile("(?s)```(keys?|policy)(?: file=(\\S+))?\n(.*?)```");
    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";

    /// An example of the guide.
    ///
    /// @param kind `key`, `keys` or `policy`
    /// @param file what the file is called
    /// @param text what it holds
    record Example(String kind, String file, String text) {}

    private static Stream<Example> examples(String kind) throws IOException {
        String guide = Files.readString(Sources.ROOT.resolve("docs/keys.md"));
        return BLOCK.matcher(guide)
                .results()
                .map(
                        block ->
                                new Example(
                                        block.group(1),
                                        block.group(2) == null ? "_keys" : block.group(2),
                                        block.group(3)))
                .filter(example -> example.kind().equals(kind));
    }

    static Stream<Example> files() throws IOException {
        return examples("keys");
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesHoldTheKeyOfTheGuide(Example example) {
        var file = KeyFile.parse(example.text(), example.file());

        assertThat(file.findings()).isEmpty();
        assertThat(file.keys())
                .singleElement()
                .satisfies(
                        key -> {
                            assertThat(key.name().display()).contains(".example.com");
                            assertThat(Base64.getEncoder().encodeToString(key.secret()))
                                    .isEqualTo(SECRET);
                        });
    }

    @Test
    void wordsOfTheCommandLineSpellOneKey() throws IOException {
        List<ParsedKey> keys =
                examples("key").flatMap(one -> one.text().lines()).map(KeyText::parse).toList();

        assertThat(keys).hasSize(3).allMatch(key -> key instanceof ParsedKey.Valid);
        assertThat(keys).extracting(Object::toString).containsOnly(keys.getFirst().toString());
    }

    @Test
    void thePolicyIsOne() throws IOException {
        var policy =
                PolicyFile.parse(examples("policy").findFirst().orElseThrow().text(), "policy");

        assertThat(policy.findings()).isEmpty();
        assertThat(policy.grants()).hasSize(3);
    }
}
