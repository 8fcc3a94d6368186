package hoso.chassis.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// A question that a record answers about itself (`isForeigner()`) is no member of its JSON. Otherwise a method that
/// becomes public changes what is stored, and what is stored cannot be read again.
@Singleton
class ComponentsOnly implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
    }
}
