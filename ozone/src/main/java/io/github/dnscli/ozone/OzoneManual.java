package io.github.dnscli.ozone;

import io.github.dnscli.cli.Manual;

/// What the manual page says beyond the options.
final class OzoneManual {

    private OzoneManual() {}

    static Manual text() {
        return Manual.of(
                        """
                        Reads each FILE as a zone file and reports everything that is wrong with it in one run: \
                        file, line, column, severity, what is wrong, and the permanent id of the rule in \
                        brackets, with the line in question below and a hint where one helps. A zone \
                        without errors is confirmed by 'successfully checked zone NAME'; warnings and notes do not \
                        count as errors.""")
                .seeAlso("onotify(1)", "oupdate(1)");
    }
}
