package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.NameParser;
import io.github.dnscli.common.record.DataParser;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.record.Words;
import java.util.Arrays;
import java.util.Optional;

/// Reads entries that are records into columns. It knows what records take from the text before them: owner, origin and TTL.
final class RecordReader {

    private static final int NONE = -1;

    /// What is in force at a place of a text, to come back to behind an included one.
    ///
    /// @param owner the owner of the record before, if there is one
    record State(
            DomainName origin, Optional<DomainName> owner, boolean ownerIsBad, int defaultTtl) {}

    private final RecordSink sink;
    private final FindingCollector findings;
    private final TtlInForce ttlInForce;
    private final NameParser names = new NameParser();
    private final DataParser data = new DataParser();
    private final HeadScan head = new HeadScan();
    private DomainName origin;

    private final byte[] owner = new byte[256];
    private int ownerLength = NONE;
    private int count;

    /// The word that named the owner, since most records that name one name the same as the record before.
    private byte[] ownerText = {};

    private int ownerStart;
    private int ownerEnd;

    /// Records of an owner that could not be read are read for their own faults, and not kept.
    private boolean ownerIsBad;

    private boolean missingTtlReported;

    /// Behind a forgotten parenthesis or quote stand the pieces of a record that has been reported already.
    private boolean inDebris;

    /// Where records stand that are made from one place; negative when each stands where it is.
    private int pinnedTo = NONE;

    RecordReader(ReaderOptions options, FindingCollector findings, RecordSink sink) {
        this.sink = sink;
        this.findings = findings;
        this.ttlInForce = new TtlInForce(options.defaultTtl());
        this.origin = options.origin();
        sink.origin(origin);
    }

    /// {@return how many records have been read}
    int count() {
        return count;
    }

    DomainName origin() {
        return origin;
    }

    void origin(DomainName other) {
        origin = other;
        sink.origin(other);
        ownerEnd = ownerStart;
    }

    State state() {
        var name =
                ownerLength == NONE
                        ? Optional.<DomainName>empty()
                        : Optional.of(DomainName.ofWire(owner, 0, ownerLength));
        return new State(origin, name, ownerIsBad, ttlInForce.directive());
    }

    void restore(State state) {
        origin(state.origin());
        ownerLength = NONE;
        state.owner().ifPresent(name -> owner(name.wire(), name.wireLength(), NONE));
        ownerIsBad = state.ownerIsBad();
        ttlInForce.restore(state.defaultTtl());
    }

    void pin(int offset) {
        pinnedTo = offset;
    }

    void unpin() {
        pinnedTo = NONE;
    }

    void defaultTtl(Ttl ttl) {
        ttlInForce.directive(ttl);
    }

    /// {@return what is in force for TTLs}
    TtlInForce ttlInForce() {
        return ttlInForce;
    }

    void leaveDebris() {
        inDebris = false;
    }

    void broken(EntryReader entry) {
        if (!inDebris) {
            findings.add(SyntaxChecks.SYNTAX, entry.brokenAt(), entry.problem(), "");
        }
        inDebris = true;
    }

    /// Reads one entry as a record.
    void record(EntryReader entry) {
        var words = entry.words();
        if (!head.scan(words, entry.isIndented())) {
            faulty(entry);
            return;
        }
        inDebris = false;
        if (!entry.isIndented()) {
            owner(words);
        } else if (ownerLength == NONE && !ownerIsBad) {
            findings.add(
                    SyntaxChecks.MISSING_OWNER,
                    words.start(0),
                    "the line begins with a blank, and there is no record before whose owner it could take",
                    "");
            ownerIsBad = true;
        }
        var type = RecordType.of(head.type());
        if (type.isMeta()) {
            add(
                    SyntaxChecks.META_TYPE,
                    words.token(head.typeAt()),
                    "is a type that never stands in a zone");
            return;
        }
        data(entry, type);
    }

    private void faulty(EntryReader entry) {
        if (inDebris) {
            return;
        }
        if (!entry.isIndented()) {
            owner(entry.words());
        }
        switch (RecordHead.of(entry.entry())) {
            case RecordHead.Faulty(var check, int at, var problem, var hint) ->
                    findings.add(check, at, problem, hint);
            case RecordHead.Complete complete ->
                    throw new IllegalStateException(
                            "a head that is read one way only: " + complete);
        }
    }

    private void data(EntryReader entry, RecordType type) {
        var words = entry.words();
        int ttl = head.ttlAt() == HeadScan.NONE ? NONE : writtenTtl(words);
        if (entry.hasGluedWord() && !HeadScan.hasParameters(head.type())) {
            head.unglue(words);
        }
        var invalid = data.read(type, words, head.typeAt() + 1, origin);
        if (invalid.isPresent()) {
            badData(entry, type, invalid.get());
            return;
        }
        if (ttl == NONE) {
            ttl = ttlInForce.directive() >= 0 ? ttlInForce.directive() : impliedTtl(words, type);
        }
        if (!ownerIsBad) {
            int mark = pinnedTo == NONE ? entry.start() : pinnedTo;
            sink.add(ttl, type, data.octets(), data.length(), mark);
            count++;
        }
    }

    private int writtenTtl(Words words) {
        int ttl = ttl(words, head.ttlAt()).seconds();
        ttlInForce.written(ttl);
        return ttl;
    }

    /// The longest TTL stands in for one that is too long, so that its record is not missed elsewhere.
    Ttl ttl(Words words, int index) {
        long seconds = HeadScan.ttl(words, index);
        if (seconds > Ttl.MAX.seconds()) {
            add(SyntaxChecks.TTL_OUT_OF_RANGE, words.token(index), "is not a TTL in 0.." + Ttl.MAX);
            return Ttl.MAX;
        }
        return new Ttl((int) seconds);
    }

    private void owner(Words words) {
        if (isOwnerAgain(words)) {
            return;
        }
        ownerIsBad = !readName(words, 0);
        ownerEnd = ownerStart;
        if (!ownerIsBad) {
            owner(names.wire(), names.length(), names.relativeLength());
            ownerText = words.text();
            ownerStart = words.start(0);
            ownerEnd = words.end(0);
        }
    }

    private void owner(byte[] wire, int length, int relativeLength) {
        System.arraycopy(wire, 0, owner, 0, length);
        ownerLength = length;
        sink.owner(wire, length, relativeLength);
    }

    private boolean isOwnerAgain(Words words) {
        return !words.isQuoted(0)
                && ownerEnd > ownerStart
                && Arrays.equals(
                        ownerText,
                        ownerStart,
                        ownerEnd,
                        words.text(),
                        words.start(0),
                        words.end(0));
    }

    /// Reads a word as a name, or says what is wrong with it.
    boolean readName(Words words, int index) {
        if (words.isQuoted(index)) {
            add(
                    SyntaxChecks.BAD_NAME,
                    words.token(index),
                    "is quoted, which a name here may not be");
            return false;
        }
        boolean isName = names.read(words.text(), words.start(index), words.end(index), origin);
        if (!isName) {
            add(
                    SyntaxChecks.BAD_NAME,
                    words.token(index),
                    "is not a name: " + names.invalid().problem());
        }
        return isName;
    }

    /// {@return the name that was read last}
    DomainName name() {
        return DomainName.ofWire(names.wire(), 0, names.length());
    }

    private void badData(EntryReader entry, RecordType type, ParsedData.Invalid invalid) {
        // An SOA that cannot be read might have told the TTL.
        missingTtlReported |= type.equals(RecordType.SOA);
        findings.add(
                switch (invalid.about()) {
                    case DATA -> SyntaxChecks.BAD_RDATA;
                    case NAME -> SyntaxChecks.BAD_NAME;
                    case SERVICE_PARAMETERS -> SyntaxChecks.SVCB_PARAMETERS;
                    case PROPERTY -> SyntaxChecks.CAA_SYNTAX;
                },
                invalid.at().map(Token::outerStart).orElse(entry.lastWordEnd()),
                type + ": " + invalid.problem(),
                "");
    }

    private int impliedTtl(Words words, RecordType type) {
        byte[] copy = Arrays.copyOf(data.octets(), data.length());
        var implied = ttlInForce.take(RecordData.sliceOf(type, copy, 0, copy.length));
        if (implied.origin() != TtlInForce.Origin.DIRECTIVE && !missingTtlReported) {
            missingTtlReported = true;
            findings.add(
                    SyntaxChecks.MISSING_TTL,
                    words.start(0),
                    "no TTL here and no '$TTL' before: "
                            + implied.origin().words()
                            + " is used, "
                            + implied.ttl()
                            + " s",
                    "begin the file with '$TTL " + implied.ttl() + "'");
        }
        return implied.ttl().seconds();
    }

    void add(Check check, Token word, String problem) {
        findings.add(check, word.outerStart(), "'" + word.excerpt() + "' " + problem, "");
    }
}
