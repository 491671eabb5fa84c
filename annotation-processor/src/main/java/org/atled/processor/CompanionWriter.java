package org.atled.processor;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.comments.TraditionalJavadocComment;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the companion of one class: the methods users call, the records these return, and the core methods below. */
final class CompanionWriter {
    /** What generated code names, by simple name. */
    static final Map<String, String> IMPORTS = imports(
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.MethodType",
            "javax.annotation.processing.Generated",
            "org.atled.Batch",
            "org.atled.ScalarFunction",
            "org.atled.Tangent",
            "org.atled.VectorFunction",
            "org.atled.runtime.Arguments",
            "org.atled.runtime.BatchArguments",
            "org.atled.runtime.Companion",
            "org.atled.runtime.Core",
            "org.atled.runtime.Cotangents",
            "org.atled.runtime.Gradients",
            "org.atled.runtime.Hessians",
            "org.atled.runtime.Jacobians",
            "org.atled.runtime.Layout",
            "org.atled.runtime.SelfLinking",
            "org.atled.runtime.Series",
            "org.atled.runtime.Shadow",
            "org.atled.runtime.ShadowedTape",
            "org.atled.runtime.Shadows",
            "org.atled.runtime.Tape",
            "org.atled.runtime.Zeros");

    private CompanionWriter() {}

    private static Map<String, String> imports(String... names) {
        Map<String, String> imports = new HashMap<>();
        for (String name : names) {
            imports.put(name.substring(name.lastIndexOf('.') + 1), name);
        }
        return Map.copyOf(imports);
    }

    /**
     * The source of the companion.
     *
     * @param generated whether the annotation {@code Generated} is visible to it
     */
    static String write(Host host, boolean generated, Reporter reporter) {
        CompilationUnit unit = new CompilationUnit();
        if (!host.packageName().isEmpty()) {
            unit.setPackageDeclaration(host.packageName());
        }
        unit.addType(declaration(host, generated, reporter));
        Set<String> named = unit.findAll(SimpleName.class).stream()
                .map(SimpleName::getIdentifier)
                .collect(Collectors.toSet());
        unit.findAll(Name.class).forEach(name -> named.add(name.getIdentifier()));
        IMPORTS.entrySet().stream()
                .filter(entry -> named.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .forEach(unit::addImport);
        return unit.toString();
    }

    private static ClassOrInterfaceDeclaration declaration(Host host, boolean generated, Reporter reporter) {
        ClassOrInterfaceDeclaration type = new ClassOrInterfaceDeclaration();
        type.setName(host.companion()).addModifier(Modifier.Keyword.FINAL);
        if (host.isPublic()) {
            type.setModifiers(Modifier.Keyword.PUBLIC, Modifier.Keyword.FINAL);
        }
        type.addAnnotation(new NormalAnnotationExpr(
                new Name("Companion"), NodeList.nodeList(new MemberValuePair("of", Code.string(host.binaryName())))));
        if (generated) {
            type.addAnnotation(new SingleMemberAnnotationExpr(
                    new Name("Generated"), Code.string(DifferentiableProcessor.class.getName())));
        }
        // "all" does not include "removal", which the user has seen at the method itself.
        type.addAnnotation(new SingleMemberAnnotationExpr(
                new Name("SuppressWarnings"),
                new ArrayInitializerExpr(NodeList.nodeList(Code.string("all"), Code.string("removal")))));
        type.setJavadocComment(new TraditionalJavadocComment(
                "Derivatives of {@code " + host.element().getQualifiedName()
                        + "}: written by the annotation processor, filled in by the build."));
        type.addConstructor(Modifier.Keyword.PRIVATE);
        Members members = new Members(reporter);
        members.addAll(host.primals());
        members.declareIn(type);
        host.solutions().forEach(type::addMember);
        host.tangents().forEach(type::addMember);
        return type;
    }
}
