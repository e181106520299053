/// What one can ask a server, and what came back.
///
/// A [Request] is a value; an [Exchange] sends it, signed when a key is given, and reads the answer: its id, opcode,
/// question and signature are always checked, so that no caller can forget to. A server's refusal leaves as a [Reply];
/// an [java.io.IOException] means that none came. Nothing here opens a socket or decides what to do next.
@NullMarked
package io.github.dnscli.common.request;

import org.jspecify.annotations.NullMarked;
