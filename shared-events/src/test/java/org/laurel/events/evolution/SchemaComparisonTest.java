package org.laurel.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.ContractFiles;
import org.laurel.events.EventCatalogue;
import org.laurel.events.evolution.SchemaComparison.Writers;

class SchemaComparisonTest {

    /** In the rows ' stands for ". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'properties':{'a':{}}}                           | {'properties':{}}                                  | a: MEMBER_REMOVED
            {'properties':{'a':{'properties':{'b':{}}}}}      | {'properties':{'a':{'properties':{}}}}             | a.b: MEMBER_REMOVED
            {'properties':{'a':{'items':{'properties':{'b':{}}}}}} | {'properties':{'a':{'items':{'properties':{}}}}} | a[].b: MEMBER_REMOVED
            {'additionalProperties':{'properties':{'b':{}}}}  | {'additionalProperties':{'properties':{}}}         | *.b: MEMBER_REMOVED
            {'properties':{'a':{}}}                           | {'properties':{'a':{},'b':{}},'required':['b']}    | b: MEMBER_REQUIRED
            {'properties':{'a':{}},'required':[]}             | {'properties':{'a':{}},'required':['a']}           | a: MEMBER_REQUIRED
            {'properties':{'a':{}},'required':['a']}          | {'properties':{'a':{}},'required':[]}              | a: MEMBER_OPTIONAL
            {'properties':{'a':{}},'required':['a']}          | {'properties':{'a':{}}}                            | a: MEMBER_OPTIONAL
            {'items':{'required':['a','b']}}                  | {'items':{'required':['b']}}                       | [].a: MEMBER_OPTIONAL
            {'type':['string','null']}                        | {'type':'string'}                                  | (body): TYPE_NARROWED
            {'type':'number'}                                 | {'type':'integer'}                                 | (body): TYPE_NARROWED
            {'type':'string'}                                 | {'type':'object'}                                  | (body): TYPE_NARROWED
            {}                                                | {'type':'string'}                                  | (body): TYPE_NARROWED
            {'type':'array'}                                  | {'type':'array','items':{'type':'string'}}         | []: TYPE_NARROWED
            {'items':{'type':['string','null']}}              | {'items':{'type':'string'}}                        | []: TYPE_NARROWED
            {'enum':['x','y']}                                | {'enum':['x']}                                     | (body): VALUE_REMOVED
            {'enum':['x',null]}                               | {'enum':['x','y']}                                 | (body): VALUE_REMOVED
            {'type':'string'}                                 | {'type':'string','enum':['x']}                     | (body): VALUE_REMOVED
            {'minimum':0}                                     | {'minimum':0.5}                                    | (body): RANGE_NARROWED
            {'type':'number'}                                 | {'type':'number','minimum':0}                      | (body): RANGE_NARROWED
            {'maximum':9223372036854775807}                   | {'maximum':9223372036854775806}                    | (body): RANGE_NARROWED
            {'exclusiveMaximum':2}                            | {'exclusiveMaximum':1}                             | (body): RANGE_NARROWED
            {'minLength':1}                                   | {'minLength':2}                                    | (body): RANGE_NARROWED
            {'maxLength':255}                                 | {'maxLength':100}                                  | (body): RANGE_NARROWED
            {'type':'string'}                                 | {'type':'string','maxLength':100}                  | (body): RANGE_NARROWED
            {'maxItems':10}                                   | {'maxItems':9}                                     | (body): RANGE_NARROWED
            {'minItems':0}                                    | {'minItems':1}                                     | (body): RANGE_NARROWED
            {'maxProperties':10}                              | {'maxProperties':9}                                | (body): RANGE_NARROWED
            {'propertyNames':{'maxLength':10}}                | {'propertyNames':{'maxLength':9}}                  | {}: RANGE_NARROWED
            {'pattern':'^a*$'}                                | {'pattern':'^a+$'}                                 | (body): FORM_CHANGED
            {'type':'string'}                                 | {'type':'string','pattern':'^a+$'}                 | (body): FORM_CHANGED
            {'format':'date-time'}                            | {'format':'date'}                                  | (body): FORM_CHANGED
            {'type':'array'}                                  | {'type':'array','uniqueItems':true}                | (body): FORM_CHANGED
            {}                                                | {'additionalProperties':false}                     | (body): CLOSED
            {'additionalProperties':true}                     | {'additionalProperties':{'type':'string'}}         | (body): CLOSED
            {'additionalProperties':{'type':'string'}}        | {'additionalProperties':false}                     | (body): CLOSED
            {'x-pii':true}                                    | {}                                                 | (body): PERSONAL_DATA_UNMARKED
            {'anyOf':[{},{}]}                                 | {'anyOf':[{}]}                                     | (body): NOT_COMPARABLE
            {}                                                | {'not':{}}                                         | (body): NOT_COMPARABLE
            {'$id':'urn:a'}                                   | {'$id':'urn:b'}                                    | (body): NOT_COMPARABLE
            """)
    void refusesWhatTakesSomethingAway(String released, String current, String expected) {
        // Given
        JsonNode before = tree(released);

        // When
        List<Breach> breaches = SchemaComparison.breaches(before, tree(current), Writers.LAUREL);

        // Then
        assertThat(breaches).singleElement().asString().startsWith(expected + ", ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'properties':{'a':{}},'required':['a']}   | {'properties':{'a':{},'b':{'type':'string','maxLength':1}},'required':['a']}
            {'required':['a','b']}                     | {'required':['b','a']}
            {'type':'string'}                          | {'type':['string','null']}
            {'type':'integer'}                         | {'type':'number'}
            {'type':'string'}                          | {}
            {'items':{'type':'string'}}                | {}
            {'enum':['x']}                             | {'enum':['y','x']}
            {'enum':['x']}                             | {}
            {'minimum':0,'maximum':1}                  | {'minimum':-1,'maximum':1.5}
            {'minimum':0,'maximum':1}                  | {'minimum':0.0,'maximum':1.0}
            {'minLength':1,'maxLength':10}             | {'maxLength':20}
            {'pattern':'^a$','format':'uuid'}          | {}
            {'uniqueItems':true}                       | {'uniqueItems':false}
            {'additionalProperties':false}             | {'additionalProperties':true}
            {'additionalProperties':false}             | {'additionalProperties':{'type':'string'}}
            {'additionalProperties':{'maxLength':1}}   | {'additionalProperties':{'maxLength':2}}
            {'additionalProperties':false}             | {}
            {'title':'a','description':'b'}            | {'title':'c','x-consumers':['d']}
            {}                                         | {'x-pii':true}
            """)
    void allowsWhatOnlyAddsOrWidens(String released, String current) {
        // Given
        JsonNode before = tree(released);

        // When
        List<Breach> breaches = SchemaComparison.breaches(before, tree(current), Writers.LAUREL);

        // Then
        assertThat(breaches).isEmpty();
    }

    @Test
    void whatOnlyOthersWriteMayLeaveOutWhatItHadToBring() {
        // Given
        JsonNode before = tree("{'required':['a','b']}");

        // When
        List<Breach> breaches = SchemaComparison.breaches(before, tree("{'required':['a']}"), Writers.OTHERS);

        // Then
        assertThat(breaches).isEmpty();
    }

    @Test
    void laurelAnswersForATypeThatItWritesBesideOthers() {
        // Given
        var submitted = EventCatalogue.BLOCK_COMPLETION_SUBMITTED;
        var published = EventCatalogue.COURSE_STRUCTURE_PUBLISHED;

        // When
        List<Writers> writers = List.of(Writers.of(submitted), Writers.of(published));

        // Then
        assertThat(writers).containsExactly(Writers.OTHERS, Writers.LAUREL);
    }

    private static JsonNode tree(String json) {
        return ContractFiles.tree(json.replace('\'', '"'));
    }
}
