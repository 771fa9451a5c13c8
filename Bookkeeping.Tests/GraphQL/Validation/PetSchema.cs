using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Validation;

/// <summary>The world of pets in which the specification tells its examples, with what a few further cases need.</summary>
/// <remarks>Source: GraphQL, September 2025, "Validation".</remarks>
internal static class PetSchema
{
    public static Schema Schema { get; } = SdlSchemaBuilder.Build("""
        type Query {
          dog: Dog
          findDog(searchBy: FindDogInput): Dog
          human: Human
          pet: Pet
          catOrDog: CatOrDog
          arguments: Arguments
          node: Node
        }

        type Mutation {
          addPet(pet: PetInput!): Pet
          addPets(pets: [PetInput!]!): [Pet]
          register(address: AddressInput, anything: Any): Boolean
        }

        type Subscription {
          newMessage: Message
          messageCount: Int
        }

        type Message { body: String sender: String }

        interface Sentient { name: String! }

        interface Pet { name: String! }

        type Dog implements Pet {
          name: String!
          nickname: String
          barkVolume: Int
          doesKnowCommand(dogCommand: DogCommand!): Boolean!
          isHouseTrained(atOtherHomes: Boolean): Boolean!
          owner: Human
        }

        type Cat implements Pet {
          name: String!
          nickname: String
          doesKnowCommand(catCommand: CatCommand!): Boolean!
          meowVolume: Int
        }

        type Human implements Sentient { name: String! pets: [Pet!] }

        type Alien implements Sentient { name: String! homePlanet: String }

        interface Node { id: ID! }

        interface Resource implements Node { id: ID! url: String }

        type Image implements Node & Resource { id: ID! url: String thumbnail: String }

        enum DogCommand { SIT DOWN HEEL }

        enum CatCommand { JUMP }

        union CatOrDog = Cat | Dog

        union DogOrHuman = Dog | Human

        union HumanOrAlien = Human | Alien

        input FindDogInput { name: String owner: String commands: [DogCommand!] }

        input CatInput { name: String! nickname: String meowVolume: Int }

        input DogInput { name: String! nickname: String barkVolume: Int = 3 }

        input PetInput @oneOf { cat: CatInput dog: DogInput }

        input AddressInput { street: String! number: Int! = 1 further: AddressInput }

        scalar Any

        type Arguments {
          multipleRequirements(x: Int!, y: Int!): Int!
          booleanArgField(booleanArg: Boolean): Boolean
          floatArgField(floatArg: Float): Float
          intArgField(intArg: Int): Int
          idArgField(idArg: ID): ID
          stringArgField(stringArg: String): String
          nonNullBooleanArgField(nonNullBooleanArg: Boolean!): Boolean!
          booleanListArgField(booleanListArg: [Boolean]!): [Boolean]
          nonNullBooleanListField(nonNullBooleanListArg: [Boolean!]): [Boolean]
          matrixArgField(matrix: [[Int!]!]): Int
          optionalNonNullBooleanArgField(optionalBooleanArg: Boolean! = false): Boolean!
        }

        directive @mark(with: String) on QUERY | FIELD | VARIABLE_DEFINITION | FRAGMENT_DEFINITION
        directive @label(text: String!) repeatable on FIELD
        """);
}
