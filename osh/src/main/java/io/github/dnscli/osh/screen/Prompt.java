package io.github.dnscli.osh.screen;

import io.github.dnscli.osh.context.Context;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// What stands before the line: what is in use, and the status of a command that failed.
///
/// @param context what is in use
/// @param status the status of the last command
/// @param colored whether it has colours
public record Prompt(Context context, int status, boolean colored) {

    AttributedString text() {
        var text = new AttributedStringBuilder();
        if (status != 0) {
            text.styled(style(AttributedStyle.RED), "[" + status + "] ");
        }
        text.styled(style(AttributedStyle.CYAN), context.isEmpty() ? "osh" : context.toString());
        return text.append("> ").toAttributedString();
    }

    private AttributedStyle style(int color) {
        return colored ? AttributedStyle.DEFAULT.foreground(color) : AttributedStyle.DEFAULT;
    }
}
