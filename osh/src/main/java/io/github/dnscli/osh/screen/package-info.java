/// The terminal: lines come from it, edited, completed and remembered. The only package that knows JLine.
@NullMarked
package io.github.dnscli.osh.screen;

import org.jspecify.annotations.NullMarked;
