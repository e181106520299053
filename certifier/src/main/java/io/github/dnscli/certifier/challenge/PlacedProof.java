package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A proof and the place it is written to.
///
/// @param server which server took it, or shall take it
/// @param key the name of the key for that
/// @param zone the zone it is in
/// @param owner the name of its record
/// @param proof what it proves
record PlacedProof(
        ServerAddress server, DomainName key, DomainName zone, DomainName owner, Proof proof) {

    /// Nobody shall remember a proof for longer than it takes to look at it.
    private static final Ttl TTL = new Ttl(60);

    /// What stands before a name where its proof is looked for.
    static final String LABEL = "_acme-challenge";

    private static final int LONGEST_STRING = 255;

    /// A zone at a server: changes of it are made one after the other.
    ///
    /// @param server the server
    /// @param zone the zone
    record Site(ServerAddress server, DomainName zone) {}

    static PlacedProof of(Destination destination, Proof proof) {
        return new PlacedProof(
                destination.server().address(),
                destination.server().key().name(),
                destination.zone(),
                destination.owner(),
                proof);
    }

    Site site() {
        return new Site(server, zone);
    }

    ResourceRecord record() {
        return new ResourceRecord(owner, TTL, data());
    }

    /// {@return the value as the data of a TXT record, in strings of 255 octets at most}
    RecordData data() {
        byte[] octets = proof.value().getBytes(StandardCharsets.US_ASCII);
        var wire = new ByteArrayOutputStream();
        for (int at = 0; at == 0 || at < octets.length; at += LONGEST_STRING) {
            int length = Math.min(LONGEST_STRING, octets.length - at);
            wire.write(length);
            wire.write(octets, at, length);
        }
        return RecordData.ofWire(RecordType.TXT, wire.toByteArray());
    }

    /// {@return where an authority begins to look for it}
    DomainName start() {
        return proof.name().child(LABEL);
    }

    boolean isElsewhere() {
        return !owner.equals(start());
    }

    /// {@return how many octets of a message its record takes, or a few less}
    int size() {
        return owner.wireLength() + 10 + data().length();
    }

    /// {@return the record and where it is, for people}
    String text() {
        return "'%s TXT \"%s\"' in zone '%s' at server %s"
                .formatted(owner.display(), proof.value(), zone.display(), server);
    }
}
