package org.atled.compiler.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.atled.compiler.ir.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassHierarchyTest {
    private final ClassHierarchy hierarchy = new ClassHierarchy(new LoadedClasses());

    @ParameterizedTest
    @CsvSource({
        "Ljava/lang/Integer;, Ljava/lang/Double;, Ljava/lang/Number;",
        "Ljava/lang/Integer;, Ljava/lang/Number;, Ljava/lang/Number;",
        "Ljava/lang/Integer;, Ljava/lang/Comparable;, Ljava/lang/Object;",
        "Ljava/util/List;, Ljava/util/Collection;, Ljava/lang/Object;",
        "Ljava/util/List;, Ljava/util/List;, Ljava/util/List;",
        "null, [D, [D",
        "null, null, null",
        "[D, [D, [D",
        "[D, [I, Ljava/lang/Object;",
        "[D, Ljava/lang/String;, Ljava/lang/Object;",
        "[[D, [[I, [Ljava/lang/Object;",
        "[[D, [Ljava/lang/String;, [Ljava/lang/Object;",
        "[Ljava/lang/Integer;, [Ljava/lang/Double;, [Ljava/lang/Number;",
        "[D, [[D, Ljava/lang/Object;",
        "Lno/Such;, Ljava/lang/Integer;, Ljava/lang/Object;",
        "Lno/Such;, Lno/Such;, Lno/Such;",
    })
    void typesMeetAsInTheVerifier(String one, String other, String common) {
        assertThat(hierarchy.commonSuperclass(new Type(one), new Type(other))).isEqualTo(new Type(common));
        assertThat(hierarchy.commonSuperclass(new Type(other), new Type(one))).isEqualTo(new Type(common));
    }

    @ParameterizedTest
    @CsvSource({
        "Ljava/lang/Integer;, Ljava/lang/Comparable;, true",
        "Ljava/util/ArrayList;, Ljava/util/Collection;, true",
        "Ljava/util/Collection;, Ljava/util/ArrayList;, false",
        "Ljava/util/List;, Ljava/lang/Object;, true",
        "null, Ljava/util/List;, true",
        "Ljava/util/List;, null, false",
        "[D, Ljava/lang/Cloneable;, true",
        "[D, Ljava/lang/Comparable;, false",
        "[Ljava/lang/Integer;, [Ljava/lang/Number;, true",
        "[[D, [Ljava/lang/Cloneable;, true",
        "[D, [I, false",
        "I, I, true",
        "I, J, false",
        "Lno/Such;, Ljava/lang/Object;, true",
        "Lno/Such;, Ljava/lang/Number;, false",
    })
    void subtypesAreTold(String type, String supertype, boolean expected) {
        assertThat(hierarchy.isSubtype(new Type(type), new Type(supertype))).isEqualTo(expected);
    }
}
