using Bookkeeping.Addresses;
using Bookkeeping.Api.Refusals;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Views;

/// <summary>Why changes of saved views are refused.</summary>
internal static class SavedViewRefusals
{
    private const int MaxNameLength = 60;
    private const int MaxAddressLength = 2000;

    /// <summary>The view is not known.</summary>
    public static RefusalException NotFound(int number) => new NotFoundError("SAVED_VIEW_NOT_FOUND", $"{number}", $"There is no saved view {number}: savedViews tells those there are.").AsException();

    /// <summary>The view belongs to another person.</summary>
    public static RefusalException OfAnother(SavedView view) => new NotAllowedError("SAVED_VIEW_OF_ANOTHER", $"The view \"{view.Name}\" belongs to another person: save one of your own.").AsException();

    /// <summary>The owner has a view of this name.</summary>
    public static RefusalException Exists(string name) => new NotAllowedError("SAVED_VIEW_EXISTS", $"You have a view \"{name}\" already: choose another name, or delete that one.").AsException();

    /// <summary>The owner has as many views as may be.</summary>
    public static RefusalException TooMany(int most) => new NotAllowedError("TOO_MANY_SAVED_VIEWS", $"You have {most} views, more are not kept: delete one that you no longer need.").AsException();

    /// <summary>Checks what holds for every view.</summary>
    public static void Check(SavedView view)
    {
        var checks = new Checks().Length("name", view.Name, MaxNameLength, min: 1).Length("address", view.Address, MaxAddressLength, min: 1);
        if (!LocalAddress.Is(view.Address)) checks.Add("NO_SITE_ADDRESS", "address", "`address` is no address of the site; one looks like /runs?quality=GOOD.");
        checks.Throw();
    }
}
