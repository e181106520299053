package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.server.turn.Effect;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What comes of signed updates that somebody has listened to and sends again.
class ReplayTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final DomainName HOST = DomainName.of("host.example.com");
    private static final TsigKey KEY = Ask.key("k._update.example.com");
    private static final Update ADDITION =
            Update.of(ZONE)
                    .add(ResourceRecord.of("host.example.com", 60, RecordType.A, "192.0.2.1"));

    private static byte[] sign(Update update, int id) {
        return Signer.sign(MessageCodec.encode(update.message(id)), KEY, Instant.now()).wire();
    }

    private static String send(NameServer server, byte[] packet) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(packet.length);
            out.write(packet);
            var in = new DataInputStream(socket.getInputStream());
            byte[] reply = in.readNBytes(in.readUnsignedShort());
            return Ask.decode(new Effect.Wire(reply)).rcode().toString();
        }
    }

    private static Serial serial(NameServer server) {
        return server.state().zone(ZONE).flatMap(zone -> zone.serial()).orElseThrow();
    }

    private static NameServer server() throws IOException {
        return NameServer.builder()
                .zone(
                        ZoneText.zone(
                                "example.com",
                                "@ 60 SOA ns admin 1 2 3 4 5\n@ 60 NS ns.example.org.\n"))
                .key(KEY)
                .start();
    }

    @Test
    void anUpdateIsNotDoneTwice() throws IOException {
        byte[] addition = sign(ADDITION, 1);
        byte[] deletion = sign(Update.of(ZONE).deleteName(HOST), 2);
        try (var server = server()) {
            assertThat(send(server, addition)).isEqualTo("NOERROR");
            assertThat(send(server, deletion)).isEqualTo("NOERROR");
            assertThat(send(server, addition)).isEqualTo("NOERROR");
            assertThat(server.state().zone(ZONE).orElseThrow().exists(HOST)).isFalse();
            assertThat(serial(server)).isEqualTo(new Serial(3));
        }
    }

    @Test
    void whatWasRefusedStaysRefused() throws IOException {
        byte[] refused = sign(ADDITION.nameInUse(HOST), 1);
        try (var server = server()) {
            assertThat(send(server, refused)).isEqualTo("NXDOMAIN");
            assertThat(send(server, sign(ADDITION, 2))).isEqualTo("NOERROR");
            assertThat(send(server, refused)).isEqualTo("NXDOMAIN");
            assertThat(serial(server)).isEqualTo(new Serial(2));
        }
    }

    @Test
    void theSameWishSignedAnewIsAnotherUpdate() throws IOException {
        try (var server = server()) {
            send(server, sign(ADDITION, 1));
            send(server, sign(Update.of(ZONE).deleteName(HOST), 2));
            assertThat(send(server, sign(ADDITION, 3))).isEqualTo("NOERROR");
            assertThat(serial(server)).isEqualTo(new Serial(4));
        }
    }
}
