package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import java.net.InetAddress;
import java.util.Optional;

/// What the name of a transfer key says about the servers that share it: `P.P.P.P.S.S.S.S._transfer.ZONE` names the
/// primary and the secondary, `ANYTHING.P.P.P.P._transfer.ZONE` the primary alone, since the secondary is hidden. Both
/// are IPv4 addresses, a label for each number.
///
/// @param primary where the zone comes from
/// @param secondary who fetches it, and is told of changes
/// @param zone the zone; the root for all zones of the primary
public record TransferKeyName(
        Optional<InetAddress> primary, Optional<InetAddress> secondary, DomainName zone) {

    private static final int LABELS = 4;

    /// {@return what a key's name says; empty when it is no transfer key's (see [KeyName])}
    public static Optional<TransferKeyName> of(DomainName name) {
        return KeyName.of(name)
                .filter(said -> said.operation() == KeyOperation.TRANSFER)
                .map(said -> of(name, said.zone()));
    }

    private static TransferKeyName of(DomainName name, DomainName zone) {
        int behind = zone.labelCount() + 1;
        var last = address(name, behind);
        var first = last.flatMap(_ -> address(name, behind + LABELS));
        return first.isPresent()
                ? new TransferKeyName(first, last, zone)
                : new TransferKeyName(last, Optional.empty(), zone);
    }

    /// {@return the address in the labels right before the last ones of a name}
    private static Optional<InetAddress> address(DomainName name, int behind) {
        if (name.labelCount() < behind + LABELS) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (int labels = behind + LABELS; labels > behind; labels--) {
            String label = name.suffix(labels).firstLabel();
            if (!isNumber(label)) {
                return Optional.empty();
            }
            text.append(text.isEmpty() ? "" : ".").append(label);
        }
        return Optional.of(InetAddress.ofLiteral(text.toString()));
    }

    /// 0 to 255 without leading zeros, which some would read as octal.
    private static boolean isNumber(String label) {
        return label.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(label) <= 255;
    }
}
