package wrong.bakery.oven;

import jakarta.persistence.EntityManager;

/// Writes to the database without being a row.
class Shelf {
    void put(EntityManager entities, Object loaf) {
        entities.persist(loaf);
    }
}
