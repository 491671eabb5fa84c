package org.atled.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionTest {
    private static final String NEXT = "Node.next:Ljava/util/function/DoubleUnaryOperator;";

    @Test
    void whatRefersToItsLikeIsNotOneWithAllElseItRefersTo() {
        Region head = new Region();
        Region next = head.pointee(NEXT);
        next.unify(head);

        assertThat(next.pointee(NEXT)).isSameAs(next.find());
        Region table = next.pointee("Node.table:[D");
        Region gear = next.pointee("Node.gear:LGear;");
        gear.markConstant("field Gear.$VALUES");

        assertThat(table).isNotSameAs(next.find()).isNotSameAs(gear);
        assertThat(table.constant()).isNull();
        assertThat(next.constant()).isNull();
    }

    @Test
    void chainsOfElementsEnd() {
        Region array = new Region();
        Region at = array;
        for (int i = 0; i < 20; i++) {
            at = at.pointee();
        }

        assertThat(at.pointee()).isSameAs(at);
        assertThat(array.reached()).hasSizeLessThan(10);
    }
}
