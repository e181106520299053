package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.Token;
import io.github.dnscli.common.record.Ttl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The patches to one record's lines.
final class RevisedLine {

    private final PlacedRecord placed;
    private final byte[] text;
    private final Entry entry;
    private final RecordHead.Complete head;
    private final List<Patch> patches = new ArrayList<>();

    RevisedLine(PlacedRecord placed) {
        this.placed = placed;
        this.text = placed.source().octets();
        this.entry = EntryReader.entryAt(placed.source(), placed.start());
        this.head = RecordHead.complete(entry);
    }

    /// {@return the patches in the order of the text}
    List<Patch> patches() {
        return patches.stream().sorted(Comparator.comparingInt(Patch::start)).toList();
    }

    /// Writes the owner into the blanks at the beginning, whose width stays if it can.
    void writeOwner(DomainName owner) {
        int end = placed.start();
        while (text[end] == ' ' || text[end] == '\t') {
            end++;
        }
        String blanks = slice(placed.start(), end);
        String name = owner.relativeTo(placed.origin());
        int column = Columns.behind(0, blanks);
        String gap = Columns.gap(name.length(), column, blanks.indexOf('\t') >= 0);
        patches.add(new Patch(placed.start(), end, name + gap));
    }

    /// Replaces the TTL, or puts it behind the owner if there is none.
    void writeTtl(Ttl ttl) {
        if (head.ttl().isPresent()) {
            replace(head.ttl().get(), ttl.toString());
        } else {
            int at = entry.words().get(head.owner().isPresent() ? 1 : 0).outerStart();
            patches.add(new Patch(at, at, ttl + " "));
        }
    }

    /// Replaces the words of the data that differ, or all of it if the words do not correspond. Comments stay.
    void writeData(RecordData data) {
        var words = head.data();
        var before = Token.split(placed.record().data().text(placed.origin()));
        var after = Token.split(data.text(placed.origin()));
        boolean sameCount =
                before.size() == words.size()
                        && after.size() == words.size()
                        && !words.getFirst().is("\\#");
        var mixed = sameCount ? mixed(words, before, after) : List.<Token>of();
        if (means(mixed, data)) {
            for (int i = 0; i < mixed.size(); i++) {
                if (!mixed.get(i).equals(words.get(i))) {
                    replace(words.get(i), outer(mixed.get(i)));
                }
            }
        } else if (hasCommentsBetween(words)) {
            writeAmongComments(words, data.text(placed.origin()));
        } else {
            int start = words.getFirst().outerStart();
            int end = words.getLast().outerEnd();
            patches.add(new Patch(start, end, data.text(placed.origin())));
        }
    }

    private boolean hasCommentsBetween(List<Token> words) {
        return IntStream.range(1, words.size())
                .mapToObj(i -> slice(words.get(i - 1).outerEnd(), words.get(i).outerStart()))
                .anyMatch(between -> between.indexOf(';') >= 0);
    }

    /// Puts all data where its first word was, and takes the others out with the blanks before them.
    private void writeAmongComments(List<Token> words, String data) {
        replace(words.getFirst(), data);
        for (var word : words.subList(1, words.size())) {
            int start = word.outerStart();
            while (text[start - 1] == ' ' || text[start - 1] == '\t') {
                start--;
            }
            patches.add(new Patch(start, word.outerEnd(), ""));
        }
    }

    /// {@return the words as they stand, those replaced that mean something else now}
    private static List<Token> mixed(List<Token> words, List<Token> before, List<Token> after) {
        return IntStream.range(0, words.size())
                .mapToObj(
                        i ->
                                outer(before.get(i)).equals(outer(after.get(i)))
                                        ? words.get(i)
                                        : after.get(i))
                .toList();
    }

    /// Parameters and types may stand in any order in text, so that counting words is not enough.
    private boolean means(List<Token> words, RecordData data) {
        return RecordData.parse(data.type(), words, placed.origin())
                        instanceof ParsedData.Valid(var meant)
                && meant.equals(data);
    }

    private void replace(Token word, String replacement) {
        patches.add(new Patch(word.outerStart(), word.outerEnd(), replacement));
    }

    private static String outer(Token word) {
        return word.quoted() ? '"' + word.text() + '"' : word.text();
    }

    private String slice(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
