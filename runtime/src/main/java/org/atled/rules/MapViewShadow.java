package org.atled.rules;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;

/** The shadow of the values or the entries of a map: goes through the shadows in the order of the map's own keys. */
final class MapViewShadow extends AbstractCollection<Object> {
    private final Map<?, ?> map;
    private final Map<Object, Object> shadow;
    private final boolean hasEntries;

    private MapViewShadow(Map<?, ?> map, Map<Object, Object> shadow, boolean hasEntries) {
        this.map = map;
        this.shadow = shadow;
        this.hasEntries = hasEntries;
    }

    static MapViewShadow ofValues(Map<?, ?> map, Map<Object, Object> shadow) {
        return new MapViewShadow(map, shadow, false);
    }

    static MapViewShadow ofEntries(Map<?, ?> map, Map<Object, Object> shadow) {
        return new MapViewShadow(map, shadow, true);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public void clear() {
        shadow.clear();
    }

    @Override
    public Iterator<Object> iterator() {
        return new Walk(new ArrayList<Object>(map.keySet()).iterator());
    }

    /** Begins with the keys there are: should the map change but by the iterator itself, the map's own one throws. */
    private final class Walk implements Iterator<Object> {
        private final Iterator<Object> keys;
        private Object key;

        Walk(Iterator<Object> keys) {
            this.keys = keys;
        }

        @Override
        public boolean hasNext() {
            return keys.hasNext();
        }

        @Override
        public Object next() {
            key = keys.next();
            return hasEntries ? new EntryShadow(shadow, key) : shadow.get(key);
        }

        @Override
        public void remove() {
            shadow.remove(key);
        }
    }
}
