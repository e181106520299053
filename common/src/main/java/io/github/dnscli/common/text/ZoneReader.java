package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads zone files (RFC 1035 §5). Any octets end in a [ZoneFile]: text that is neither a record nor a directive becomes
/// a finding at the word at fault, and reading goes on at the next line.
public final class ZoneReader {

    /// So deep may files include files.
    private static final int DEEPEST = 10;

    /// So many files may be included altogether, and so many octets, lest a few short files become endless text.
    private static final int MOST_INCLUDES = 10_000;

    /// So many lines are generated at a time.
    private static final int BATCH = 1000;

    /// After so many records those who watch are told.
    private static final int STRIDE = 1 << 14;

    /// From so many octets on a text is worth a second thread.
    private static final int LARGE = 1 << 21;

    private final Source main;
    private final ReaderOptions options;
    private final FindingCollector findings;
    private final RecordSink sink;
    private final RecordReader records;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();

    /// The files that are being read, by their identities.
    private final List<String> open = new ArrayList<>();

    private Source source;
    private boolean includesOthers;
    private int included;
    private long octets;
    private int generated;
    private int told;

    private ZoneReader(Source source, ReaderOptions options) {
        this.main = source;
        this.source = source;
        this.options = options;
        this.findings = new FindingCollector(source);
        this.sink = source.length() < LARGE ? new ColumnSink() : RecordPipe.open();
        this.records = new RecordReader(options, findings, sink);
        this.octets = source.length();
    }

    /// {@return what stands in a text, and in those that it includes}
    public static ZoneFile read(Source source, ReaderOptions options) {
        return new ZoneReader(source, options).file();
    }

    private ZoneFile file() {
        beginSegment(false);
        try {
            readAll();
        } catch (RuntimeException | Error e) {
            sink.abandon();
            throw e;
        }
        if (records.count() == 0 && findings.count() == 0) {
            findings.addAboutAll(SyntaxChecks.EMPTY_FILE, "there is no record in it");
        }
        return new ZoneFile(
                main,
                options,
                sink.finish(),
                segments,
                directives,
                findings.findings(),
                includesOthers);
    }

    private void beginSegment(boolean isGenerated) {
        int first = records.count();
        if (!segments.isEmpty() && segments.getLast().first() == first) {
            segments.removeLast();
        }
        var ttl = records.ttlInForce().copy();
        segments.add(new Segment(first, source, records.origin(), ttl, isGenerated));
    }

    private void readAll() {
        var entries = new EntryReader(source, source.textStart());
        var piece = entries.next();
        while (piece != EntryReader.Piece.END && !findings.isFull()) {
            if (piece == EntryReader.Piece.BROKEN) {
                records.broken(entries);
            } else if (isDirective(entries)) {
                records.leaveDebris();
                directive(entries);
            } else {
                record(entries);
            }
            piece = entries.next();
        }
    }

    private void record(EntryReader entries) {
        int ttl = records.ttlInForce().directive();
        records.record(entries);
        if (records.count() - told >= STRIDE) {
            options.pace().accept(records.count() - told);
            told = records.count();
        }
        if (records.ttlInForce().directive() != ttl) {
            // The minimum of the SOA is in force from here on.
            beginSegment(false);
        }
    }

    private static boolean isDirective(EntryReader entries) {
        var words = entries.words();
        return words.text()[words.start(0)] == '$' && !words.isQuoted(0);
    }

    private void directive(EntryReader entries) {
        var word = entries.words().token(0);
        if (entries.isIndented()) {
            add(SyntaxChecks.SYNTAX, word, "is a directive and must begin its line");
            return;
        }
        switch (word.text().toUpperCase(Locale.ROOT)) {
            case "$ORIGIN" -> {
                if (hasArguments(entries, "a name", 1, 1)) {
                    origin(entries);
                }
            }
            case "$TTL" -> {
                if (hasArguments(entries, "a time", 1, 1)) {
                    defaultTtl(entries);
                }
            }
            case "$INCLUDE" -> {
                if (hasArguments(entries, "the name of a file", 1, 2)) {
                    include(entries);
                }
            }
            case "$GENERATE" -> {
                if (hasArguments(entries, "a range and a record", 2, Integer.MAX_VALUE)) {
                    generate(entries);
                }
            }
            case String _ ->
                    add(
                            SyntaxChecks.SYNTAX,
                            word,
                            "is not a directive; known are $ORIGIN, $TTL, $INCLUDE and $GENERATE");
        }
    }

    private boolean hasArguments(EntryReader entries, String expected, int least, int most) {
        var words = entries.words();
        String directive = words.token(0).text();
        if (words.size() <= least) {
            findings.add(
                    SyntaxChecks.SYNTAX,
                    entries.lastWordEnd(),
                    expected + " is missing behind '" + directive + "'",
                    "");
            return false;
        }
        if (words.size() - 1 > most) {
            add(
                    SyntaxChecks.SYNTAX,
                    words.token(most + 1),
                    "is too much behind '" + directive + "'");
            return false;
        }
        return true;
    }

    private void origin(EntryReader entries) {
        if (records.readName(entries.words(), 1)) {
            var name = records.name();
            records.origin(name);
            beginSegment(false);
            note(new Directive.Origin(entries.start(), name));
        }
    }

    private void defaultTtl(EntryReader entries) {
        if (HeadScan.ttl(entries.words(), 1) < 0) {
            add(
                    SyntaxChecks.SYNTAX,
                    entries.words().token(1),
                    "is not a time, such as '3600' or '1h'");
            return;
        }
        var ttl = records.ttl(entries.words(), 1);
        records.defaultTtl(ttl);
        beginSegment(false);
        note(new Directive.DefaultTtl(entries.start(), ttl));
    }

    /// The directives of included texts end with them.
    private void note(Directive directive) {
        if (open.isEmpty()) {
            directives.add(directive);
        }
    }

    private void include(EntryReader entries) {
        includesOthers = true;
        var words = entries.words();
        var word = words.token(1);
        DomainName origin = records.origin();
        if (words.size() == 3) {
            if (!records.readName(words, 2)) {
                return;
            }
            origin = records.name();
        }
        if (open.size() >= DEEPEST || included >= MOST_INCLUDES) {
            add(
                    SyntaxChecks.INCLUDE_TOO_DEEP,
                    word,
                    open.size() >= DEEPEST
                            ? "is included by a file that is included, " + DEEPEST + " deep"
                            : "is one included file too many: " + MOST_INCLUDES + " are enough");
            return;
        }
        String file =
                word.octets()
                        .map(name -> new String(name, StandardCharsets.UTF_8))
                        .orElse(word.text());
        switch (options.includes().open(file)) {
            case Includes.Included.Opened(var text, var identity) ->
                    include(word, text, identity, origin);
            case Includes.Included.Missing(var problem) ->
                    add(SyntaxChecks.INCLUDE_MISSING, word, problem);
            case Includes.Included.Outside(var root) ->
                    findings.add(
                            SyntaxChecks.INCLUDE_OUTSIDE_ROOT,
                            word.outerStart(),
                            "'" + word.excerpt() + "' lies outside '" + root + "'",
                            "files may be included from the folder of the zone file and below");
        }
    }

    private void include(Token word, Source text, String identity, DomainName origin) {
        octets += text.length();
        if (open.contains(identity) || text.name().equals(main.name())) {
            add(SyntaxChecks.INCLUDE_LOOP, word, "is being read already: it includes itself");
            return;
        }
        if (octets > Source.LARGEST) {
            add(
                    SyntaxChecks.INCLUDE_TOO_DEEP,
                    word,
                    "makes the zone larger than " + Source.LARGEST + " octets");
            return;
        }
        included++;
        open.add(identity);
        var before = records.state();
        var including = source;
        enter(text, origin);
        readAll();
        open.removeLast();
        source = including;
        findings.enter(including);
        records.restore(before);
        beginSegment(false);
    }

    private void enter(Source text, DomainName origin) {
        source = text;
        findings.enter(text);
        records.origin(origin);
        beginSegment(false);
    }

    private void generate(EntryReader entries) {
        var words = entries.words().tokens();
        switch (Generator.parse(words.subList(1, words.size()))) {
            case Generator.Parsed.Invalid(var at, var problem) ->
                    add(SyntaxChecks.GENERATE_RANGE, at, problem);
            case Generator.Parsed.Valid(var generator) -> {
                generated = Math.min(generated + generator.count(), Generator.MOST + 1);
                if (generated > Generator.MOST) {
                    add(
                            SyntaxChecks.GENERATE_RANGE,
                            words.get(1),
                            "makes more than " + Generator.MOST + " generated records in all");
                } else {
                    generate(entries.start(), generator);
                }
            }
        }
    }

    /// What is wrong with one line is wrong with all, so that the first fault ends it.
    private void generate(int directiveAt, Generator generator) {
        var before = records.state();
        beginSegment(true);
        findings.pin(source.place(directiveAt));
        records.pin(directiveAt);
        int faults = findings.count();
        for (int i = 0; i < generator.count() && findings.count() == faults; i += BATCH) {
            var lines = Source.of(generator.lines(i, BATCH), source.name());
            var made = new EntryReader(lines, 0);
            for (var piece = made.next();
                    piece != EntryReader.Piece.END && findings.count() == faults;
                    piece = made.next()) {
                if (piece == EntryReader.Piece.BROKEN) {
                    records.broken(made);
                } else {
                    records.record(made);
                }
            }
        }
        findings.unpin();
        records.unpin();
        records.leaveDebris();
        records.restore(before);
        beginSegment(false);
    }

    private void add(Check check, Token word, String problem) {
        records.add(check, word, problem);
    }
}
