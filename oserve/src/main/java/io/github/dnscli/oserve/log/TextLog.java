package io.github.dnscli.oserve.log;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.finding.SafeText;

/// Lines for people: `oserve: error: …`, and what to do about it on a line of its own. What others have put into a message
/// cannot end a line, nor command a terminal.
record TextLog(Console console) implements Log {

    @Override
    public void write(LogEvent event) {
        String message = SafeText.of(event.message());
        switch (event.level()) {
            case ERROR -> console.error(message);
            case WARNING -> console.warning(message);
            case INFO -> console.event(message);
            case DETAIL -> console.info(message);
        }
        if (console.says(event.level().verbosity())) {
            event.hint().map(SafeText::of).ifPresent(console::hint);
        }
    }
}
