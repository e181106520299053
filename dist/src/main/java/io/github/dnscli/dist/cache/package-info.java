/// AOT caches: what the JVM learned when all programs of a family were rehearsed.
///
/// The jars and the runtime of an image enter; a file for each family leaves. Without one, all works as well but slower.
@NullMarked
package io.github.dnscli.dist.cache;

import org.jspecify.annotations.NullMarked;
