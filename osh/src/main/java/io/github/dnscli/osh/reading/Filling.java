package io.github.dnscli.osh.reading;

import io.github.dnscli.cli.usage.Meaning;
import io.github.dnscli.cli.usage.Option;
import io.github.dnscli.cli.usage.Parameter;
import io.github.dnscli.cli.usage.Usage;
import io.github.dnscli.cli.usage.Value;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.osh.context.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Says for a line what it does not say itself: server, key and zone, wherever the command's model takes one, and the rest
/// of names within the zone.
public final class Filling {

    /// A line with all that it means.
    ///
    /// @param words the words behind the command's name
    /// @param added what was put in
    /// @param completed names that got the zone behind them, as they are now
    /// @param missing what the line would need besides and nothing says: labels of the command's help
    /// @param isVerbose whether the line wants to be told what was done
    public record Filled(
            List<String> words,
            List<String> added,
            List<String> completed,
            List<String> missing,
            boolean isVerbose) {

        /// Copies the lists.
        public Filled {
            words = List.copyOf(words);
            added = List.copyOf(added);
            completed = List.copyOf(completed);
            missing = List.copyOf(missing);
        }
    }

    /// Options that are about what the command works on as a whole; others, such as those for the proofs of a certifier,
    /// have longer names.
    private static final List<String> OPTIONS = List.of("--server", "--key", "--dns-key", "--zone");

    private static final Set<Meaning> CONTEXTUAL =
            EnumSet.of(Meaning.SERVER, Meaning.KEY, Meaning.ZONE);

    private final Context context;
    private final Optional<DomainName> zone;
    private final Looks looks;
    private final List<String> added = new ArrayList<>();
    private final List<String> completed = new ArrayList<>();

    private Filling(Context context, Optional<DomainName> zone, Predicate<String> isFile) {
        this.context = context;
        this.zone = zone;
        this.looks = new Looks(isFile);
    }

    /// {@return a line with what the context says}
    ///
    /// @param command what can be said to the command
    /// @param words the words behind its name
    /// @param isFile whether a file of a name is there
    public static Filled fill(
            Usage command, List<String> words, Context context, Predicate<String> isFile) {
        var line = LineReading.of(command, words);
        var zone = takesZone(line.usage()) ? Optional.<DomainName>empty() : context.zone();
        return new Filling(context, zone, isFile).fill(line);
    }

    /// A command that is told the zone knows itself which names are in it.
    private static boolean takesZone(Usage usage) {
        return usage.options().stream().anyMatch(option -> option.names().contains("--zone"));
    }

    private Filled fill(LineReading line) {
        var known = new ArrayList<String>();
        line.words().forEach(said -> known.add(inFull(said)));
        var words = new ArrayList<String>();
        if (asksForHelp(line)) {
            return new Filled(known, List.of(), List.of(), List.of(), false);
        }
        var slots = slots(line);
        slots.ifPresentOrElse(
                all -> words.addAll(placed(line, known, all)), () -> words.addAll(known));
        words.addAll(commandWords(line), options(line));
        var missing = slots.isPresent() ? List.<String>of() : missing(line);
        return new Filled(words, added, completed, missing, says(line, "--verbose"));
    }

    private static boolean asksForHelp(LineReading line) {
        return says(line, "--help") || says(line, "--version");
    }

    private static boolean says(LineReading line, String option) {
        return line.words().stream()
                .anyMatch(
                        said ->
                                said instanceof Said.Named(_, var named, _)
                                        && named.map(Option::name)
                                                .filter(option::equals)
                                                .isPresent());
    }

    private static int commandWords(LineReading line) {
        int last = 0;
        for (int i = 0; i < line.words().size(); i++) {
            if (line.words().get(i) instanceof Said.Subcommand) {
                last = i + 1;
            }
        }
        return last;
    }

    private String inFull(Said said) {
        boolean name =
                said.optionValue().filter(value -> value.meaning() == Meaning.NAME).isPresent();
        int start = said.valueStart();
        return name
                ? said.word().substring(0, start) + inZone(said.word().substring(start))
                : said.word();
    }

    private String inZone(String word) {
        String name = zone.map(origin -> RelativeName.complete(word, origin)).orElse(word);
        if (!name.equals(word)) {
            completed.add(name);
        }
        return name;
    }

    private Optional<List<Alignment.Slot>> slots(LineReading line) {
        return slots(line, this::isKnown, looks::fit)
                .or(() -> slots(line, this::isKnown, (_, _) -> true));
    }

    private boolean isKnown(Parameter parameter) {
        return of(parameter.value()).isPresent();
    }

    private static Optional<List<Alignment.Slot>> slots(
            LineReading line, Predicate<Parameter> isKnown, BiPredicate<String, Meaning> fits) {
        return Alignment.of(line.usage().parameters(), line.placed(), isKnown, fits);
    }

    /// {@return what the line leaves to a context that does not have it}
    private List<String> missing(LineReading line) {
        return slots(line, one -> CONTEXTUAL.contains(one.value().meaning()), looks::fit).stream()
                .flatMap(List::stream)
                .filter(slot -> slot.words().isEmpty() && slot.parameter().required())
                .map(Alignment.Slot::parameter)
                .filter(parameter -> !isKnown(parameter))
                .map(parameter -> parameter.value().label())
                .toList();
    }

    /// The words of a line in order: those by place each with what the context puts before it, the rest where it stands.
    private List<String> placed(LineReading line, List<String> known, List<Alignment.Slot> slots) {
        var behind = new ArrayList<List<String>>();
        var waiting = new ArrayList<String>();
        for (var slot : slots) {
            if (slot.words().isEmpty()) {
                ofRequired(slot.parameter()).ifPresent(waiting::add);
            }
            for (String word : slot.words()) {
                waiting.add(
                        slot.parameter().value().meaning() == Meaning.NAME ? inZone(word) : word);
                behind.add(List.copyOf(waiting));
                waiting.clear();
            }
        }
        var words = new ArrayList<String>();
        var next = behind.iterator();
        for (int i = 0; i < known.size(); i++) {
            if (line.words().get(i) instanceof Said.Placed) {
                words.addAll(next.next());
            } else {
                words.add(known.get(i));
            }
        }
        words.addAll(waiting);
        return words;
    }

    private Optional<String> ofRequired(Parameter parameter) {
        var word = of(parameter.value());
        word.ifPresent(added::add);
        return word;
    }

    private List<String> options(LineReading line) {
        var words = new ArrayList<String>();
        for (var option : line.usage().options()) {
            boolean open =
                    !option.repeatable()
                            && option.names().stream().anyMatch(OPTIONS::contains)
                            && !line.has(option);
            var value = open ? of(option.value()) : Optional.<String>empty();
            value.ifPresent(
                    word -> {
                        words.addAll(List.of(option.name(), word));
                        added.add(option.name() + " " + word);
                    });
        }
        return words;
    }

    private Optional<String> of(Value value) {
        return of(value, context);
    }

    /// {@return the word that the context has for a value}
    static Optional<String> of(Value value, Context context) {
        return switch (value.meaning()) {
            case SERVER -> context.server().map(server -> "@" + server);
            case KEY -> context.key().map(Context.UsedKey::word);
            case ZONE -> context.zone().map(zone -> zone.display());
            case NAME, TYPE, FILE, FOLDER, WORD, OTHER -> Optional.empty();
        };
    }
}
