namespace Bookkeeping.GraphQL.Language;

/// <summary>The stable codes in an error's <c>extensions.code</c>. Clients branch on these, never on messages.</summary>
public static class ErrorCodes
{
    /// <summary>A value cannot be converted to its type.</summary>
    public const string InvalidValue = "HC0001";

    /// <summary>The request is empty or malformed.</summary>
    public const string InvalidRequest = "HC0009";

    /// <summary>The body is larger than the server accepts.</summary>
    public const string BodyTooLarge = "HC0010";

    /// <summary>The body, or the document in it, cannot be parsed or breaks a limit of its text.</summary>
    public const string SyntaxOverHttp = "HC0011";

    /// <summary>The request has neither a document nor the id of one.</summary>
    public const string NoDocument = "HC0013";

    /// <summary>The document of a request from inside the program cannot be parsed or breaks a limit of its text.</summary>
    public const string Syntax = "HC0014";

    /// <summary>The document is empty.</summary>
    public const string EmptyDocument = "HC0015";

    /// <summary>A variable's value is of another kind than its type: an input object needs an object, an enum a string.</summary>
    public const string InvalidType = "HC0016";

    /// <summary>A variable is declared with a type that cannot be given.</summary>
    public const string NoInputType = "HC0017";

    /// <summary>A non-null value is missing or null.</summary>
    public const string NonNullViolation = "HC0018";

    /// <summary>No document is stored under the id or hash that the request names.</summary>
    public const string UnknownStoredDocument = "HC0020";

    /// <summary>A filter or sort operation does not accept null.</summary>
    public const string NullNotAllowed = "HC0026";

    /// <summary>A form with files is broken, or has a part that is unknown or stands twice.</summary>
    public const string InvalidForm = "HC0033";

    /// <summary>A form with files has no part `operations`.</summary>
    public const string FormWithoutOperations = "HC0034";

    /// <summary>The parts of a form with files are not in the order `operations`, `map`, files.</summary>
    public const string FormMisordered = "HC0035";

    /// <summary>The map of a form names no place for a file.</summary>
    public const string FileWithoutPlace = "HC0037";

    /// <summary>A file that the map of a form names is not in it.</summary>
    public const string FileMissing = "HC0038";

    /// <summary>A file's place is in no variable that is given and declared.</summary>
    public const string FileVariableNotFound = "HC0039";

    /// <summary>A file's place is not in its variable, or something stands there already.</summary>
    public const string FilePlaceNotFree = "HC0040";

    /// <summary>A file's place is not written as one.</summary>
    public const string InvalidFilePlace = "HC0041";

    /// <summary>A file's place is not in the variables.</summary>
    public const string FilePlaceNotInVariables = "HC0042";

    /// <summary>The map of a form is no JSON object of lists of places.</summary>
    public const string InvalidFileMap = "HC0043";

    /// <summary>A form with files has no part `map`.</summary>
    public const string FormWithoutMap = "HC0044";

    /// <summary>The request took longer than its deadline.</summary>
    public const string Timeout = "HC0045";

    /// <summary>Introspection is switched off.</summary>
    public const string IntrospectionForbidden = "HC0046";

    /// <summary>The operation costs too much to be run, or is too large.</summary>
    public const string OperationTooLarge = "HC0047";

    /// <summary>More items were asked for than one page may hold.</summary>
    public const string PageTooLarge = "HC0051";

    /// <summary>A oneOf input has no field.</summary>
    public const string OneOfNone = "HC0054";

    /// <summary>A oneOf input has several fields.</summary>
    public const string OneOfMany = "HC0055";

    /// <summary>The field of a oneOf input is null.</summary>
    public const string OneOfNull = "HC0056";

    /// <summary>A variable that may be null is given to the field of a oneOf input.</summary>
    public const string OneOfNullable = "HC0057";

    /// <summary>The types to download are asked for, but none is named.</summary>
    public const string NoTypesNamed = "HC0058";

    /// <summary>What is named as a type to download is no name.</summary>
    public const string InvalidTypeName = "HC0059";

    /// <summary>A type to download does not exist.</summary>
    public const string UnknownTypeName = "HC0060";

    /// <summary>None of the accepted media types can be produced.</summary>
    public const string NotAcceptable = "HC0063";

    /// <summary>The Accept header cannot be parsed.</summary>
    public const string InvalidAccept = "HC0064";

    /// <summary>The server runs only documents stored on it.</summary>
    public const string OnlyStoredDocuments = "HC0067";

    /// <summary>More ids were asked for than <c>nodes</c> accepts.</summary>
    public const string TooManyNodes = "HC0076";

    /// <summary>The request comes without the header that a page of another site could not send.</summary>
    public const string MissingPreflight = "HC0077";

    /// <summary>A cursor is not one of this list in this order.</summary>
    public const string InvalidCursor = "HC0078";

    /// <summary>A page size is negative.</summary>
    public const string NegativePageSize = "HC0079";

    /// <summary>A list needs exactly one of its slicing arguments.</summary>
    public const string SlicingArgumentRequired = "HC0082";

    /// <summary>Questions about the schema multiply, or are too many.</summary>
    public const string IntrospectionTooLarge = "HC0086";

    /// <summary>Checking that the selections of a document merge would take too long.</summary>
    public const string FieldMergeBudget = "HC0107";

    /// <summary>An abstract type's value is of none of its object types.</summary>
    public const string AbstractTypeUnresolved = "EXEC_UNABLE_TO_RESOLVE_ABSTRACT_TYPE";

    /// <summary>The caller lacks the role that a field needs.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    /// <summary>There are more errors than an answer lists.</summary>
    public const string TooManyErrors = "TOO_MANY_ERRORS";

    /// <summary>A subscription ended because its client reads too slowly; what happened since its last event was not sent.</summary>
    public const string SubscriberTooSlow = "SUBSCRIBER_TOO_SLOW";

    /// <summary>A socket has as many live operations as it may.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>We are wrong: the details are in the log under the error's trace id.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The database does not answer; the error's <c>retryAfter</c> gives the seconds to wait.</summary>
    public const string Unavailable = "UNAVAILABLE";
}
