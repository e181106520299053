package io.github.dnscli.certifier.own;

import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The current revocation list of each issuer, kept as `lists/ISSUER.pem`, ISSUER being its serial number.
///
/// @param issuers the root and its intermediates
/// @param revocations what was revoked
/// @param lifetime how long a list counts
/// @param random makes two lists of the same moment differ in their numbers
record RevocationLists(
        Issuers issuers, Revocations revocations, Duration lifetime, SecureRandom random) {

    private static final String FOLDER = "lists";
    private static final int RANDOM_BITS = 16;

    /// {@return the list of each issuer, the root's first}; made anew if half of its time is over, or it does not know what
    /// was revoked
    ///
    /// @throws IOException if the state cannot be read or written, or is damaged
    List<RevocationList> current(Instant now) throws IOException {
        var known = issuers.all(now);
        revocations.forgetExpired(known, now);
        forgetAllBut(known);
        var lists = new ArrayList<RevocationList>();
        for (var issuer : known) {
            lists.add(current(issuer, now));
        }
        return lists;
    }

    private StateStore state() {
        return issuers.state();
    }

    private static String word(Issuer issuer) {
        return issuer.serialText() + ".pem";
    }

    private void forgetAllBut(List<Issuer> known) throws IOException {
        var words = new HashSet<>(known.stream().map(RevocationLists::word).toList());
        for (var word : state().names(FOLDER)) {
            if (!words.contains(word)) {
                state().remove(FOLDER + "/" + word);
            }
        }
    }

    private RevocationList current(Issuer issuer, Instant now) throws IOException {
        var revoked = revocations.of(issuer);
        var last =
                state().read(FOLDER + "/" + word(issuer))
                        .flatMap(pem -> RevocationList.parse(pem, issuer.certificate()));
        var good = last.filter(list -> isFresh(list, now) && knows(list, revoked));
        return good.isPresent() ? good.get() : renew(issuer, revoked, last, now);
    }

    private static boolean isFresh(RevocationList list, Instant now) {
        var valid = list.lifetime();
        return valid.contains(now)
                && now.isBefore(valid.notBefore().plus(valid.length().dividedBy(2)));
    }

    private static boolean knows(RevocationList list, List<RevokedCertificate> revoked) {
        return revoked.stream().allMatch(list::contains);
    }

    private RevocationList renew(
            Issuer issuer,
            List<RevokedCertificate> revoked,
            Optional<RevocationList> last,
            Instant now)
            throws IOException {
        var over = revoked.stream().filter(one -> isOver(one, last)).toList();
        var listed = revoked.stream().filter(one -> !over.contains(one)).toList();
        var list =
                RevocationListCodec.sign(
                        issuer, number(last, now), CertificateForm.lasting(now, lifetime), listed);
        state().write(FOLDER + "/" + word(issuer), list.pem());
        for (var one : over) {
            revocations.forget(issuer, one);
        }
        return list;
    }

    /// An entry stays until a list that was made after the certificate expired has told it too (RFC 5280 §3.3).
    private static boolean isOver(RevokedCertificate revoked, Optional<RevocationList> last) {
        return last.filter(list -> list.lifetime().notBefore().isAfter(revoked.expires()))
                .filter(list -> list.contains(revoked))
                .isPresent();
    }

    /// Grows with the time, so that it does even where the last list is lost, and two processes do not take the same one.
    private BigInteger number(Optional<RevocationList> last, Instant now) {
        var byTime =
                BigInteger.valueOf(now.toEpochMilli())
                        .shiftLeft(RANDOM_BITS)
                        .add(new BigInteger(RANDOM_BITS, random));
        return last.map(list -> list.number().add(BigInteger.ONE)).orElse(byTime).max(byTime);
    }
}
