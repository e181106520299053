package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one message, section by section; OPT and TSIG are taken out of the additional section.
final class MessageReader {

    private final OctetReader octets;
    private Optional<Edns> edns = Optional.empty();
    private int extendedRcode;
    private Optional<TsigRecord> tsig = Optional.empty();

    MessageReader(byte[] wire) {
        this.octets = new OctetReader(wire);
    }

    /// {@return the OPT record, if one has been read so far}
    Optional<Edns> edns() {
        return edns;
    }

    Decoded.Valid read() throws MalformedMessage {
        int id = octets.u16();
        int bits = octets.u16();
        int questionCount = octets.u16();
        int answerCount = octets.u16();
        int authorityCount = octets.u16();
        int additionalCount = octets.u16();
        var questions = questions(questionCount);
        var answers = records(answerCount, false);
        var authority = records(authorityCount, false);
        var additional = records(additionalCount, true);
        if (octets.remaining() > 0) {
            throw new MalformedMessage(octets.remaining() + " octets follow the message");
        }
        var message =
                new Message(
                        id,
                        new Opcode(bits >> 11 & 0xf),
                        Flag.of(bits),
                        new Rcode(extendedRcode << 4 | bits & 0xf),
                        questions,
                        answers,
                        authority,
                        additional,
                        edns);
        return new Decoded.Valid(message, tsig);
    }

    private List<Question> questions(int count) throws MalformedMessage {
        var questions = new ArrayList<Question>(1);
        for (int i = 0; i < count; i++) {
            questions.add(
                    new Question(
                            octets.name(),
                            RecordType.of(octets.u16()),
                            new RecordClass(octets.u16())));
        }
        return questions;
    }

    private List<MessageRecord> records(int count, boolean additional) throws MalformedMessage {
        if (count == 0) {
            return List.of();
        }
        var records = new ArrayList<MessageRecord>();
        for (int i = 0; i < count; i++) {
            record(additional, i == count - 1).ifPresent(records::add);
        }
        return records;
    }

    private Optional<MessageRecord> record(boolean additional, boolean last)
            throws MalformedMessage {
        int start = octets.position();
        var owner = octets.name();
        var type = RecordType.of(octets.u16());
        int recordClass = octets.u16();
        long ttl = octets.u32();
        int length = octets.u16();
        if (length > octets.remaining()) {
            throw new MalformedMessage("message ends in the middle of a record");
        }
        if (type.equals(RecordType.OPT)) {
            opt(additional, owner, recordClass, ttl, length);
            return Optional.empty();
        }
        if (type.equals(RecordType.TSIG)) {
            if (!(additional && last)) {
                throw new MalformedMessage("TSIG record is not the last one (RFC 8945 §5.1)");
            }
            if (recordClass != RecordClass.ANY.value() || ttl != 0) {
                throw new MalformedMessage("TSIG record wants class ANY and TTL 0 (RFC 8945 §4.2)");
            }
            signature(start, owner, length);
            return Optional.empty();
        }
        var data = data(owner, type, recordClass, length);
        return Optional.of(new MessageRecord(owner, type, new RecordClass(recordClass), ttl, data));
    }

    private Optional<RecordData> data(
            DomainName owner, RecordType type, int recordClass, int length)
            throws MalformedMessage {
        boolean updateForm =
                recordClass == RecordClass.ANY.value() || recordClass == RecordClass.NONE.value();
        if (length == 0 && updateForm) {
            return Optional.empty();
        }
        byte[] data = octets.data(length, DataLayout.of(type));
        return switch (RecordData.decode(type, data)) {
            case ParsedData.Valid(var valid) -> Optional.of(valid);
            case ParsedData.Invalid(var problem, _, _) ->
                    throw new MalformedMessage(
                            type + " record at '" + owner.display() + "': " + problem);
        };
    }

    private void opt(boolean additional, DomainName owner, int udpSize, long bits, int length)
            throws MalformedMessage {
        if (!additional || !owner.isRoot() || edns.isPresent()) {
            throw new MalformedMessage("OPT record out of place (RFC 6891 §6.1.1)");
        }
        extendedRcode = (int) (bits >> 24) & 0xff;
        int version = (int) (bits >> 16) & 0xff;
        boolean dnssecOk = (bits & 0x8000) != 0;
        edns = Optional.of(new Edns(udpSize, version, dnssecOk, options(length)));
    }

    private List<EdnsOption> options(int length) throws MalformedMessage {
        var data = new OctetReader(octets.bytes(length));
        var options = new ArrayList<EdnsOption>();
        while (data.remaining() > 0) {
            int code = data.u16();
            options.add(option(code, data.bytes(data.u16())));
        }
        return options;
    }

    private static EdnsOption option(int code, byte[] data) {
        if (code == EdnsOption.ExtendedError.CODE && data.length >= 2) {
            // Some servers end the text with a NUL (RFC 8914 §2).
            int end = data[data.length - 1] == 0 && data.length > 2 ? data.length - 1 : data.length;
            return new EdnsOption.ExtendedError(
                    (data[0] & 0xff) << 8 | data[1] & 0xff,
                    new String(data, 2, end - 2, StandardCharsets.UTF_8));
        }
        return new EdnsOption.Opaque(code, new String(data, StandardCharsets.ISO_8859_1));
    }

    private void signature(int start, DomainName keyName, int length) throws MalformedMessage {
        int end = octets.position() + length;
        var algorithm = octets.name();
        var timeSigned = Instant.ofEpochSecond(octets.u48());
        int fudge = octets.u16();
        var mac = new Mac(octets.bytes(octets.u16()));
        int originalId = octets.u16();
        var error = new TsigError(octets.u16());
        var other = new String(octets.bytes(octets.u16()), StandardCharsets.ISO_8859_1);
        if (octets.position() != end) {
            throw new MalformedMessage("TSIG record is not as long as it says");
        }
        tsig =
                Optional.of(
                        new TsigRecord(
                                keyName,
                                algorithm,
                                timeSigned,
                                fudge,
                                mac,
                                originalId,
                                error,
                                other,
                                start));
    }
}
