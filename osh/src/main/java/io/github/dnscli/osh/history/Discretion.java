package io.github.dnscli.osh.history;

import io.github.dnscli.cli.usage.Usage;
import io.github.dnscli.osh.reading.LineReading;
import io.github.dnscli.osh.reading.Said;
import io.github.dnscli.osh.words.CommandText;
import io.github.dnscli.osh.words.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What of a line may be remembered.
///
/// @param commands what can be said to each command, by name
public record Discretion(Map<String, Usage> commands) {

    /// What stands in place of a secret.
    static final String PLACEHOLDER = "SECRET";

    /// The end of a TSIG key or of a private key, as one writes them in one word.
    private static final Pattern LITERAL = Pattern.compile("(.*:)[A-Za-z0-9+/]{8,}={0,2}");

    /// Ways to name a secret without saying it.
    private static final Pattern REFERENCE = Pattern.compile("(@|env:).*", Pattern.DOTALL);

    /// Copies the map.
    public Discretion {
        commands = Map.copyOf(commands);
    }

    /// {@return the line as it may be remembered; empty if it shall not be: it is blank, begins with a blank, or cannot be
    /// read, so that nobody knows what stands in it}
    public Optional<String> remembered(String line) {
        boolean kept = !line.isBlank() && !Character.isWhitespace(line.charAt(0));
        var text = CommandText.of(line);
        return kept && text.problem().isEmpty() && line.indexOf('\n') < 0
                ? Optional.of(withoutSecrets(line, text).stripTrailing())
                : Optional.empty();
    }

    private String withoutSecrets(String line, CommandText text) {
        var result = new StringBuilder(line);
        for (var command : text.commands().reversed()) {
            var said = said(command);
            for (int i = command.size() - 1; i >= 0; i--) {
                var word = command.get(i);
                harmless(word, i == 0 ? Optional.empty() : said.map(all -> all.get(word.start())))
                        .ifPresent(
                                other ->
                                        result.replace(
                                                word.start(), word.end(), Word.quoted(other)));
            }
        }
        return result.toString();
    }

    private Optional<Map<Integer, Said>> said(List<Word> command) {
        var behind = command.subList(1, command.size());
        return Optional.ofNullable(commands.get(command.getFirst().text()))
                .map(usage -> LineReading.of(usage, behind.stream().map(Word::text).toList()))
                .map(
                        reading -> {
                            var byPlace = new HashMap<Integer, Said>();
                            for (int i = 0; i < behind.size(); i++) {
                                byPlace.put(behind.get(i).start(), reading.words().get(i));
                            }
                            return byPlace;
                        });
    }

    /// {@return what to remember instead of a word, if it holds a secret}
    private static Optional<String> harmless(Word word, Optional<Said> said) {
        int start = said.map(Said::valueStart).orElse(0);
        String name = word.text().substring(0, start);
        String value = word.text().substring(start);
        if (REFERENCE.matcher(value).matches()) {
            return Optional.empty();
        }
        var literal = LITERAL.matcher(value);
        if (literal.matches() && looksSecret(value)) {
            return Optional.of(name + literal.group(1) + PLACEHOLDER);
        }
        boolean secret = said.flatMap(Said::optionValue).filter(it -> it.isSecret()).isPresent();
        return secret ? Optional.of(name + PLACEHOLDER) : Optional.empty();
    }

    /// An address or a time has colons, too, and a URL; but no letters beyond those of numbers, or slashes.
    private static boolean looksSecret(String word) {
        return !word.contains("://") && !word.matches("[0-9A-Fa-f:.]*");
    }
}
