/// The program `oserve`: one subcommand for each thing it can be.
///
/// Command lines go in; what each subcommand is and does lives in its own package. No DNS is ever spoken here.
@NullMarked
package io.github.dnscli.oserve;

import org.jspecify.annotations.NullMarked;
