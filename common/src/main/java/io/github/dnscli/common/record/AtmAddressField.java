package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// An ATM address: hexadecimal with dots, or `+` and the digits of a telephone number, with dots too (ATM Forum,
/// af-dans-0152 §5). The first octet says which.
final class AtmAddressField extends WholeField {

    private static final int END_SYSTEM = 0;
    private static final int TELEPHONE = 1;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("address");
        var token = text.next();
        String digits = token.text().replace(".", "");
        if (digits.startsWith("+")) {
            if (!digits.matches("[+][0-9]+")) {
                throw text.bad(token, "is not '+' and digits");
            }
            wire.u8(TELEPHONE);
            wire.bytes(digits.substring(1).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (!digits.matches("([0-9A-Fa-f]{2})+")) {
            throw text.bad(token, "is neither hexadecimal nor '+' and digits");
        }
        wire.u8(END_SYSTEM);
        wire.bytes(HexFormat.of().parseHex(digits));
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        int format = wire.u8();
        byte[] octets = wire.rest();
        if (octets.length == 0) {
            throw new BadField("address is empty");
        }
        switch (format) {
            case END_SYSTEM -> text.append(HexFormat.of().withUpperCase().formatHex(octets));
            case TELEPHONE -> {
                String digits = new String(octets, StandardCharsets.ISO_8859_1);
                if (!digits.matches("[0-9]+")) {
                    throw new BadField("address is not of digits");
                }
                text.append('+').append(digits);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
