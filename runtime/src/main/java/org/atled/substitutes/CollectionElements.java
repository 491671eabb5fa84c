package org.atled.substitutes;

import java.util.Collection;
import java.util.Iterator;

/** The elements of a collection, as it is when the first of them is asked for. */
public final class CollectionElements extends Elements {
    public final Collection<?> collection;
    public Iterator<?> iterator;

    public CollectionElements(Collection<?> collection) {
        this.collection = collection;
    }

    @Override
    public boolean advance() {
        if (iterator == null) {
            iterator = collection.iterator();
        }
        if (!iterator.hasNext()) {
            return false;
        }
        object = iterator.next();
        return true;
    }

    @Override
    public long size() {
        return collection.size();
    }
}
