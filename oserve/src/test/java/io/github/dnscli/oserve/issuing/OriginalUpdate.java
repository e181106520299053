package io.github.dnscli.oserve.issuing;

import io.github.dnscli.common.transport.ServerAddress;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The update by which `ocertify` of the OCaml original puts a request into the DNS, octet by octet: the TLSA records of the
/// place go, the request comes, nothing is presupposed. The original signs over the header's id, and leaves the Original
/// ID of the signature 0.
final class OriginalUpdate {

    private static final int ID = 0x1234;
    private static final int UPDATE = 5 << 11;
    private static final int SOA = 6;
    private static final int TLSA = 52;
    private static final int TSIG = 250;
    private static final int IN = 1;
    private static final int ANY = 255;
    private static final int TTL = 3600;
    private static final int FUDGE = 300;
    private static final byte[] REQUEST = {3, (byte) 255, 0};

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(octets);

    private OriginalUpdate() {}

    /// Sends the update.
    ///
    /// @param place the name whose TLSA records are replaced
    /// @param request the request in DER form
    /// @param key the name of the key
    /// @return the code of the answer, 0 for success
    static int send(ServerAddress server, String zone, String place, byte[] request, String key)
            throws IOException {
        var update = new OriginalUpdate();
        update.body(zone, place, request);
        update.sign(key);
        return answer(server, update.octets.toByteArray());
    }

    /// RFC 2136 §2: one zone, two changes. The additional record is the signature.
    private void body(String zone, String place, byte[] request) throws IOException {
        shorts(ID, UPDATE, 1, 0, 2, 0);
        name(zone);
        shorts(SOA, IN);
        name(place);
        shorts(TLSA, ANY, 0, 0, 0);
        name(place);
        shorts(TLSA, IN, 0, TTL, REQUEST.length + request.length);
        out.write(REQUEST);
        out.write(request);
    }

    private void shorts(int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }

    private void name(String text) throws IOException {
        for (String label : text.split("\\.")) {
            byte[] letters = label.getBytes(StandardCharsets.US_ASCII);
            out.writeByte(letters.length);
            out.write(letters);
        }
        out.writeByte(0);
    }

    /// RFC 8945 §4.2, but for the id.
    private void sign(String key) throws IOException {
        byte[] message = octets.toByteArray();
        long now = Instant.now().getEpochSecond();
        byte[] mac = mac(message, key, now);
        message[11] = 1;
        octets.reset();
        out.write(message);
        name(key);
        shorts(TSIG, ANY, 0, 0, "hmac-sha256".length() + 2 + 16 + mac.length);
        name("hmac-sha256");
        timers(now);
        shorts(mac.length);
        out.write(mac);
        shorts(0, 0, 0);
    }

    private static byte[] mac(byte[] message, String key, long now) throws IOException {
        var variables = new OriginalUpdate();
        variables.out.write(message);
        variables.name(key);
        variables.shorts(ANY, 0, 0);
        variables.name("hmac-sha256");
        variables.timers(now);
        variables.shorts(0, 0);
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(Base64.getDecoder().decode(Keys.secret()), "HmacSHA256"));
            return hmac.doFinal(variables.octets.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void timers(long now) throws IOException {
        shorts((int) (now >> 32));
        out.writeInt((int) now);
        shorts(FUDGE);
    }

    private static int answer(ServerAddress server, byte[] message) throws IOException {
        try (var socket = new Socket(server.address(), server.port())) {
            var line = new DataOutputStream(socket.getOutputStream());
            var framed = new ByteArrayOutputStream();
            new DataOutputStream(framed).writeShort(message.length);
            framed.write(message);
            line.write(framed.toByteArray());
            var input = new DataInputStream(socket.getInputStream());
            byte[] reply = new byte[input.readUnsignedShort()];
            input.readFully(reply);
            return reply[3] & 0xf;
        }
    }
}
