package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Token;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads zone files (RFC 1035 §5). Any octets end in a [ZoneFile]: text that is neither a record nor a directive becomes
/// a finding at the word at fault, and reading goes on at the next line.
public final class ZoneReader {

    private final Source source;
    private final ReaderOptions options;
    private final EntryReader entries;
    private final FindingCollector findings;
    private final List<PlacedRecord> records = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();
    private final TtlInForce ttlInForce;
    private DomainName origin;
    private Optional<DomainName> owner = Optional.empty();

    /// Records of an owner that could not be read are read for their own faults, and not kept.
    private boolean ownerIsBad;

    private boolean missingTtlReported;

    /// Behind a forgotten parenthesis or quote stand the pieces of a record that has been reported already.
    private boolean inDebris;

    private ZoneReader(Source source, ReaderOptions options) {
        this.source = source;
        this.options = options;
        this.entries = new EntryReader(source, source.textStart());
        this.findings = new FindingCollector(source);
        this.ttlInForce = new TtlInForce(options.defaultTtl());
        this.origin = options.origin();
    }

    /// {@return what stands in a text}
    public static ZoneFile read(Source source, ReaderOptions options) {
        return new ZoneReader(source, options).file();
    }

    private ZoneFile file() {
        var piece = entries.next();
        while (piece.isPresent() && !findings.isFull()) {
            switch (piece.get()) {
                case Entry entry -> entry(entry);
                case EntryReader.Broken broken -> broken(broken);
            }
            piece = entries.next();
        }
        if (records.isEmpty() && findings.findings().isEmpty()) {
            findings.addAboutAll(SyntaxChecks.EMPTY_FILE, "there is no record in it");
        }
        return new ZoneFile(source, options, records, directives, findings.findings());
    }

    private void broken(EntryReader.Broken broken) {
        if (!inDebris) {
            findings.add(SyntaxChecks.SYNTAX, broken.at(), broken.problem(), "");
        }
        inDebris = true;
    }

    private void entry(Entry entry) {
        var first = entry.words().getFirst();
        if (!first.quoted() && first.length() > 0 && first.source()[first.start()] == '$') {
            inDebris = false;
            directive(entry);
        } else {
            record(entry);
        }
    }

    private void directive(Entry entry) {
        var word = entry.words().getFirst();
        switch (word.text().toUpperCase(Locale.ROOT)) {
            case String _ when entry.indented() ->
                    add(SyntaxChecks.SYNTAX, word, "is a directive and must begin its line");
            case "$ORIGIN" -> argument(entry, "a name").ifPresent(name -> origin(entry, name));
            case "$TTL" -> argument(entry, "a time").ifPresent(time -> defaultTtl(entry, time));
            case "$INCLUDE", "$GENERATE" ->
                    add(SyntaxChecks.SYNTAX, word, "is not supported yet: write its records here");
            case String _ ->
                    add(
                            SyntaxChecks.SYNTAX,
                            word,
                            "is not a directive; known are $ORIGIN and $TTL");
        }
    }

    private Optional<Token> argument(Entry entry, String expected) {
        var words = entry.words();
        if (words.size() == 2) {
            return Optional.of(words.get(1));
        }
        String directive = words.getFirst().text();
        if (words.size() < 2) {
            String problem = expected + " is missing behind '" + directive + "'";
            findings.add(SyntaxChecks.SYNTAX, entry.lastWordEnd(), problem, "");
        } else {
            add(SyntaxChecks.SYNTAX, words.get(2), "is too much behind '" + directive + "'");
        }
        return Optional.empty();
    }

    private void origin(Entry entry, Token word) {
        name(word)
                .ifPresent(
                        name -> {
                            origin = name;
                            directives.add(new Directive.Origin(entry.start(), name));
                        });
    }

    private void defaultTtl(Entry entry, Token word) {
        if (Ttl.parseSeconds(word.text()).isEmpty()) {
            add(SyntaxChecks.SYNTAX, word, "is not a time, such as '3600' or '1h'");
            return;
        }
        var ttl = ttl(word);
        ttlInForce.directive(ttl);
        directives.add(new Directive.DefaultTtl(entry.start(), ttl));
    }

    /// The longest TTL stands in for one that is too long, so that its record is not missed elsewhere.
    private Ttl ttl(Token word) {
        long seconds = Ttl.parseSeconds(word.text()).orElseThrow();
        if (seconds > Ttl.MAX.seconds()) {
            add(SyntaxChecks.TTL_OUT_OF_RANGE, word, "is not a TTL in 0.." + Ttl.MAX);
            return Ttl.MAX;
        }
        return new Ttl((int) seconds);
    }

    private Optional<DomainName> name(Token word) {
        if (word.quoted()) {
            add(SyntaxChecks.BAD_NAME, word, "is quoted, which a name here may not be");
            return Optional.empty();
        }
        return switch (DomainName.parse(word.source(), word.start(), word.end(), origin)) {
            case ParsedName.Valid(var name) -> Optional.of(name);
            case ParsedName.Invalid(var problem, _) -> {
                add(SyntaxChecks.BAD_NAME, word, "is not a name: " + problem);
                yield Optional.empty();
            }
        };
    }

    private void record(Entry entry) {
        switch (RecordHead.of(entry)) {
            case RecordHead.Complete head -> {
                inDebris = false;
                record(entry, head);
            }
            case RecordHead.Faulty(var check, int at, var problem, var hint) -> {
                if (!inDebris) {
                    if (!entry.indented()) {
                        owner(entry.words().getFirst());
                    }
                    findings.add(check, at, problem, hint);
                }
            }
        }
    }

    private void record(Entry entry, RecordHead.Complete head) {
        head.owner().ifPresent(this::owner);
        if (owner.isEmpty() && !ownerIsBad) {
            findings.add(
                    SyntaxChecks.MISSING_OWNER,
                    entry.firstWordAt(),
                    "the line begins with a blank, and there is no record before whose owner it could take",
                    "");
            ownerIsBad = true;
        }
        if (head.type().isMeta()) {
            add(SyntaxChecks.META_TYPE, head.typeWord(), "is a type that never stands in a zone");
            return;
        }
        var ttl = head.ttl().map(this::ttl);
        ttl.ifPresent(ttlInForce::written);
        switch (RecordData.parse(head.type(), head.data(), origin)) {
            case ParsedData.Valid(var data) -> keep(entry, head, ttl, data);
            case ParsedData.Invalid invalid -> badData(entry, head, invalid);
        }
    }

    private void owner(Token word) {
        var name = name(word);
        ownerIsBad = name.isEmpty();
        owner = name.or(() -> owner);
    }

    private void badData(Entry entry, RecordHead.Complete head, ParsedData.Invalid invalid) {
        // An SOA that cannot be read might have told the TTL.
        missingTtlReported |= head.type().equals(RecordType.SOA);
        findings.add(
                switch (invalid.about()) {
                    case DATA -> SyntaxChecks.BAD_RDATA;
                    case NAME -> SyntaxChecks.BAD_NAME;
                    case SERVICE_PARAMETERS -> SyntaxChecks.SVCB_PARAMETERS;
                    case PROPERTY -> SyntaxChecks.CAA_SYNTAX;
                },
                invalid.at().map(Token::outerStart).orElse(entry.lastWordEnd()),
                head.type() + ": " + invalid.problem(),
                "");
    }

    private void keep(Entry entry, RecordHead.Complete head, Optional<Ttl> ttl, RecordData data) {
        var known = ttl.orElseGet(() -> implied(entry, data));
        if (ownerIsBad) {
            return;
        }
        records.add(
                new PlacedRecord(
                        new ResourceRecord(owner.orElseThrow(), known, data),
                        source,
                        entry.start(),
                        entry.end(),
                        entry.firstWordAt(),
                        head.data().isEmpty()
                                ? head.typeWord().end()
                                : head.data().getFirst().outerStart(),
                        head.owner().isPresent(),
                        ttl.isPresent(),
                        origin));
    }

    private Ttl implied(Entry entry, RecordData data) {
        var implied = ttlInForce.take(data);
        if (implied.origin() != TtlInForce.Origin.DIRECTIVE && !missingTtlReported) {
            missingTtlReported = true;
            findings.add(
                    SyntaxChecks.MISSING_TTL,
                    entry.firstWordAt(),
                    "no TTL here and no '$TTL' before: "
                            + implied.origin().words()
                            + " is used, "
                            + implied.ttl()
                            + " s",
                    "begin the file with '$TTL " + implied.ttl() + "'");
        }
        return implied.ttl();
    }

    private void add(Check check, Token word, String problem) {
        findings.add(check, word.outerStart(), "'" + word.excerpt() + "' " + problem, "");
    }
}
