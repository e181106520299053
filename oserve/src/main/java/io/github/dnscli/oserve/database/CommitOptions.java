package io.github.dnscli.oserve.database;

import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.gitstore.repository.CommitSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// How the user wants commits to be made.
final class CommitOptions {

    private static final String COMMITTER = "--committer";
    private static final String SIGN = "--sign-commits";

    static final List<String> NAMES = List.of(COMMITTER, SIGN);

    /// Characters that git has for its own purposes are in neither part.
    private static final Pattern IDENTITY =
            Pattern.compile("([^<>\\p{Cntrl}]*[^<>\\p{Cntrl}\\s])\\s*<([^<>\\s]+)>");

    /// Who commits.
    private record Identity(String name, String email) {}

    private CommitOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.text(COMMITTER, "'NAME <EMAIL>'")
                        .type(Identity.class)
                        .converters(CommitOptions::identity)
                        .description(
                                "Who commits; the author is the key that signed (default: 'oserve <oserve@localhost>').")
                        .build());
        spec.addOption(
                Options.file(SIGN)
                        .description(
                                "Sign commits with this private key of OpenSSH's, as git does with gpg.format=ssh.")
                        .build());
    }

    private static Identity identity(String text) {
        var match = IDENTITY.matcher(text.strip());
        if (!match.matches()) {
            throw new TypeConversionException("'Name Server <hostmaster@example.com>' would be");
        }
        return new Identity(match.group(1).strip(), match.group(2));
    }

    static CommitSettings of(ParseResult parsed, World world) {
        var usual = CommitSettings.DEFAULT;
        var committer =
                parsed.matchedOptionValue(
                        COMMITTER, new Identity(usual.committer(), usual.email()));
        var key = Optional.ofNullable(parsed.<String>matchedOptionValue(SIGN, null));
        return new CommitSettings(committer.name(), committer.email(), key.map(world::file));
    }
}
