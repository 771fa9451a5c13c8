using Bookkeeping.GraphQL.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Who sent the request, and what they may do. A scoped service of the server; without one, nobody may do what needs a role.</summary>
/// <param name="hasRole">Whether the caller has a role.</param>
public sealed class Caller(Func<string, bool> hasRole)
{
    /// <summary>Whether the caller has one of these roles.</summary>
    public bool HasOneOf(IReadOnlyList<string> roles) => roles.Any(hasRole);

    /// <summary>Lets only those on who have one of these roles.</summary>
    /// <param name="services">The request's services.</param>
    /// <param name="roles">The roles; none: everybody may.</param>
    /// <param name="what">What they want to do, for the error.</param>
    /// <exception cref="FieldErrorException">The caller has none of them.</exception>
    internal static void Check(IServiceProvider services, IReadOnlyList<string> roles, string what)
    {
        if (roles.Count == 0 || services.GetService<Caller>()?.HasOneOf(roles) == true) return;
        throw new FieldErrorException(new GraphQLError($"{what} needs the role {string.Join(" or ", roles)}, which you do not have. Nothing was changed.")
        {
            Code = ErrorCodes.NotAuthorized,
        });
    }
}
