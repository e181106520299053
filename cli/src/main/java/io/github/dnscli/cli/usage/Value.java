package io.github.dnscli.cli.usage;

import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What an option or a parameter takes.
///
/// @param label what it is called in help texts
/// @param meaning what it is about
/// @param words the words to choose from, if it takes one of a few
public record Value(String label, Meaning meaning, List<String> words) {

    private static final Pattern SECRET = Pattern.compile("BASE64|SEED|SECRET|PASSWORD|HMAC");

    /// Copies the words.
    public Value {
        words = List.copyOf(words);
    }

    /// {@return whether it may hold a secret}
    public boolean isSecret() {
        return meaning == Meaning.KEY || SECRET.matcher(label).find();
    }

    static Value of(ArgSpec argument) {
        var words = argument.completionCandidates();
        return words == null
                ? new Value(argument.paramLabel(), meaning(argument), List.of())
                : new Value(
                        argument.paramLabel(),
                        Meaning.WORD,
                        StreamSupport.stream(words.spliterator(), false).toList());
    }

    private static Meaning meaning(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type == ServerArgument.class) {
            return Meaning.SERVER;
        }
        if (type == KeySource.class) {
            return Meaning.KEY;
        }
        if (type == RecordType.class) {
            return Meaning.TYPE;
        }
        if (type == Path.class || type == File.class) {
            return Meaning.FILE;
        }
        return type == DomainName.class ? name(argument) : labelled(argument);
    }

    private static Meaning name(ArgSpec argument) {
        boolean zone =
                argument.paramLabel().equals("ZONE")
                        || argument instanceof OptionSpec option
                                && option.longestName().contains("zone");
        return zone ? Meaning.ZONE : Meaning.NAME;
    }

    /// Commands that take words as they come name by labels what they are about.
    private static Meaning labelled(ArgSpec argument) {
        return switch (argument.paramLabel()) {
            case "SERVER", "SERVER[=KEYNAME]" -> Meaning.SERVER;
            case "KEY", "KEY|FILE" -> Meaning.KEY;
            case "ZONE" -> Meaning.ZONE;
            case "HOST" -> Meaning.NAME;
            case "NAME" -> argument.isPositional() ? Meaning.NAME : Meaning.OTHER;
            case "TYPE" -> Meaning.TYPE;
            case "DIR", "FOLDER" -> Meaning.FOLDER;
            case String label when label.startsWith("FILE") -> Meaning.FILE;
            default -> Meaning.OTHER;
        };
    }
}
