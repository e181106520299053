package io.github.dnscli.common.key;

import io.github.dnscli.common.record.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a grant as people write it:
///
/// ```text
/// KEY update|transfer|notify NAMES [types TYPE...] [add] [delete] [from ADDRESS/BITS...]
/// ```
///
/// KEY and NAMES are patterns of names (see [NamePattern]). Words are parted by blanks or commas.
public final class GrantText {

    private static final Pattern WORD = Pattern.compile("[^\\s,]+");
    private static final String OPERATIONS = "'update', 'transfer' or 'notify'";
    private static final Set<String> KEYWORDS = Set.of("types", "add", "delete", "from");

    /// A word and the column it begins in, counted from 1.
    private record Word(String text, int column) {

        boolean is(String keyword) {
            return text.toLowerCase(Locale.ROOT).equals(keyword);
        }

        boolean isKeyword() {
            return KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
        }
    }

    /// A word that does not fit.
    private static final class BadWord extends Exception {

        private static final long serialVersionUID = 1L;

        private final String problem;
        private final int column;

        BadWord(String problem, int column) {
            super(problem);
            this.problem = problem;
            this.column = column;
        }

        ParsedGrant outcome() {
            return new ParsedGrant.Invalid(problem, column);
        }
    }

    private final List<Word> words;
    private final int end;
    private int next;
    private final Set<RecordType> types = new HashSet<>();
    private final Set<ChangeAction> actions = EnumSet.noneOf(ChangeAction.class);
    private final List<AddressBlock> from = new ArrayList<>();

    private GrantText(String text) {
        words =
                WORD.matcher(text)
                        .results()
                        .map(found -> new Word(found.group(), found.start() + 1))
                        .toList();
        end = text.length() + 1;
    }

    /// {@return what a text means as a grant}
    public static ParsedGrant parse(String text) {
        try {
            return new ParsedGrant.Valid(new GrantText(text).grant());
        } catch (BadWord bad) {
            return bad.outcome();
        }
    }

    private KeyRights.Grant grant() throws BadWord {
        var key = pattern("the name of a key");
        var operation = operation();
        var names = pattern("a pattern of names");
        while (next < words.size()) {
            limit(operation);
        }
        return new KeyRights.Grant(
                key,
                operation,
                names,
                types,
                actions.isEmpty() ? Set.of(ChangeAction.values()) : actions,
                from);
    }

    private NamePattern pattern(String role) throws BadWord {
        var word = word(role);
        return switch (NamePattern.parse(word.text())) {
            case ParsedPattern.Valid(var pattern) -> pattern;
            case ParsedPattern.Invalid(var problem) -> throw new BadWord(problem, word.column());
        };
    }

    private KeyOperation operation() throws BadWord {
        var word = word(OPERATIONS);
        return Arrays.stream(KeyOperation.values())
                .filter(operation -> word.is(operation.word()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadWord(
                                        "'" + word.text() + "' is not " + OPERATIONS,
                                        word.column()));
    }

    private void limit(KeyOperation operation) throws BadWord {
        var word = words.get(next++);
        if (word.is("from")) {
            list("an address or block", this::block);
            return;
        }
        if (!word.isKeyword()) {
            throw new BadWord(
                    "'" + word.text() + "' is not 'types', 'add', 'delete' or 'from'",
                    word.column());
        }
        if (operation != KeyOperation.UPDATE) {
            throw new BadWord("'" + word.text() + "' goes with 'update' only", word.column());
        }
        if (word.is("types")) {
            list("a type of record", this::type);
        } else {
            actions.add(word.is("add") ? ChangeAction.ADD : ChangeAction.DELETE);
        }
    }

    /// Takes in one word of a list, if it fits.
    @FunctionalInterface
    private interface Taker {
        void take(Word word) throws BadWord;
    }

    private void list(String role, Taker taker) throws BadWord {
        taker.take(word(role));
        while (next < words.size() && !words.get(next).isKeyword()) {
            taker.take(words.get(next++));
        }
    }

    private void type(Word word) throws BadWord {
        var type = RecordType.parse(word.text()).filter(found -> !found.isMeta());
        types.add(
                orBad(type, "'" + word.text() + "' is no type that records of a zone have", word));
    }

    private void block(Word word) throws BadWord {
        from.add(
                orBad(
                        AddressBlock.parse(word.text()),
                        "'" + word.text() + "' is no address or block such as 192.0.2.0/24",
                        word));
    }

    private static <T> T orBad(Optional<T> value, String problem, Word word) throws BadWord {
        return value.orElseThrow(() -> new BadWord(problem, word.column()));
    }

    private Word word(String role) throws BadWord {
        if (next == words.size()) {
            throw new BadWord(role + " is missing", end);
        }
        return words.get(next++);
    }
}
