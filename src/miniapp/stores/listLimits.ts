/** More of one list is not kept on a phone: whoever looks for something older asks for it by its number. */
export const listedMax = 1000
