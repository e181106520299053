package io.github.dnscli.ozone;

import java.util.Optional;

/// What comes of raising the serial in a zone file.
///
/// @param text the whole file with its new serial, if it gets one
/// @param repair what to say of it
record EditedSerial(Optional<byte[]> text, SerialRepair repair) {

    static EditedSerial left(SerialRepair repair) {
        return new EditedSerial(Optional.empty(), repair);
    }
}
