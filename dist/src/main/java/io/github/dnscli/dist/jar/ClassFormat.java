package io.github.dnscli.dist.jar;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.Map;
import java.util.Optional;

/// Brings class files to a form that the AOT cache makes the most of: it refuses those older than Java 6, and picocli's
/// are of Java 5; and it does not keep the call sites of pattern switches and records, of which ours are full.
///
/// @param classes all class files of the image, by entry name: computing stack maps needs to know who extends whom
record ClassFormat(Map<String, byte[]> classes) {

    private static final String OURS = "io/github/dnscli/";
    private static final int OLDEST_CACHED = ClassFile.JAVA_8_VERSION;

    /// {@return the same class as the cache takes it; everything else as it is}
    byte[] modern(String name, byte[] content) {
        if (!name.endsWith(".class")) {
            return content;
        }
        return majorVersion(content) < OLDEST_CACHED ? raise(content) : plain(name, content);
    }

    private static int majorVersion(byte[] classFile) {
        return (classFile[6] & 0xff) << 8 | (classFile[7] & 0xff);
    }

    private byte[] raise(byte[] classFile) {
        // Rebuilding each method body is what makes stack maps appear: the old format had none.
        var rebuild = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        var newer =
                ClassTransform.endHandler(
                        builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0));
        var format = format();
        return format.transformClass(format.parse(classFile), rebuild.andThen(newer));
    }

    private byte[] plain(String name, byte[] classFile) {
        if (!name.startsWith(OURS)) {
            return classFile;
        }
        var format = format();
        var type = format.parse(classFile);
        return format.transformClass(type, PlainRecords.of(type).andThen(PlainSwitches.of(type)));
    }

    private ClassFile format() {
        return ClassFile.of(
                StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy()));
    }

    private ClassHierarchyResolver hierarchy() {
        return ClassHierarchyResolver.ofResourceParsing(
                        type ->
                                Optional.ofNullable(classes.get(entryName(type.descriptorString())))
                                        .map(ByteArrayInputStream::new)
                                        .orElse(null))
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static String entryName(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }
}
